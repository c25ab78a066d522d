package crateworks.pipeline.session;

import java.util.Optional;

/**
 * What is made for a drive beside the files of the library; {@code docs/formats/mpc.md} says what
 * the words mean.
 *
 * @param layout {@code design}, {@code expansions} or {@code both}
 * @param drumNotes {@code gm} or {@code pads}
 * @param patternGeneration {@code flat} or {@code mpc3}
 * @param patternPreamble {@code none} or {@code midian}
 * @param patternsMax the most parts that get a pattern
 * @param patternBarsMax the longest part that gets one, in bars
 * @param progressionsMax the most progressions
 * @param kitSamples the absolute folder of samples for the kit; made ones where there is none
 */
public record DriveShape(
        String layout,
        String drumNotes,
        String patternGeneration,
        String patternPreamble,
        int patternsMax,
        int patternBarsMax,
        int progressionsMax,
        Optional<String> kitSamples) {
    public static final int PATTERNS_DEFAULT = 10_000;
    public static final int PATTERN_BARS_DEFAULT = 64;
    public static final int PROGRESSIONS_DEFAULT = 300;

    public static final DriveShape STANDARD =
            new DriveShape(
                    "both",
                    "gm",
                    "flat",
                    "none",
                    PATTERNS_DEFAULT,
                    PATTERN_BARS_DEFAULT,
                    PROGRESSIONS_DEFAULT,
                    Optional.empty());

    /** Whether the tree of {@code MPC_Documents} is wanted. */
    public boolean documents() {
        return !layout.equals("expansions");
    }

    /** Whether packs are wanted. */
    public boolean packs() {
        return !layout.equals("design");
    }
}
