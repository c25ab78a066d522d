package crateworks.cli;

import crateworks.pipeline.session.DriveShape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what is made for a device beside the files of the library. */
final class ShapeOptions {
    private static final int FOLDER_MAX = 500;

    @Option(
            names = "--layout",
            paramLabel = "LAYOUT",
            defaultValue = "both",
            description =
                    "design (MPC_Documents), expansions (packs by genre and tempo) or both"
                            + " (default: ${DEFAULT-VALUE}).")
    String layout = "both";

    @Option(
            names = "--patterns-max",
            paramLabel = "N",
            description = "Parts that get a pattern, the best first (default: 10000; 0 for none).")
    int patternsMax = DriveShape.PATTERNS_DEFAULT;

    @Option(
            names = "--pattern-bars-max",
            paramLabel = "BARS",
            description = "The longest part that gets a pattern (default: 64).")
    int patternBarsMax = DriveShape.PATTERN_BARS_DEFAULT;

    @Option(
            names = "--progressions-max",
            paramLabel = "N",
            description = "Progressions in the device's menu (default: 300; 0 for none).")
    int progressionsMax = DriveShape.PROGRESSIONS_DEFAULT;

    @Option(
            names = "--drum-notes",
            paramLabel = "NOTES",
            defaultValue = "gm",
            description =
                    "Notes of drum patterns: gm, for the kits that come along, or pads, for kits"
                            + " that count up from 36 (default: ${DEFAULT-VALUE}).")
    String drumNotes = "gm";

    @Option(
            names = "--pattern-generation",
            paramLabel = "FORM",
            defaultValue = "flat",
            description = "flat, which every device reads, or mpc3 (default: ${DEFAULT-VALUE}).")
    String generation = "flat";

    @Option(
            names = "--pattern-preamble",
            paramLabel = "PREAMBLE",
            defaultValue = "none",
            description =
                    "none, or midian: bank and program before the notes (default:"
                            + " ${DEFAULT-VALUE}).")
    String preamble = "none";

    @Option(
            names = "--kit-samples",
            paramLabel = "DIR",
            description = "WAV files for the drum kits, instead of made ones.")
    @Nullable Path kitSamples;

    /** Refuses what does not fit, with a {@link Usage}. */
    void check() {
        oneOf("--layout", layout, "design", "expansions", "both");
        oneOf("--drum-notes", drumNotes, "gm", "pads");
        oneOf("--pattern-generation", generation, "flat", "mpc3");
        oneOf("--pattern-preamble", preamble, "none", "midian");
        if (patternsMax < 0 || patternBarsMax < 1) {
            throw new Usage(
                    ExitCode.USAGE,
                    "--patterns-max takes a number of at least 0, --pattern-bars-max one of at"
                            + " least 1.");
        }
        if (progressionsMax < 0 || progressionsMax > FOLDER_MAX) {
            throw new Usage(
                    ExitCode.USAGE,
                    "--progressions-max takes a number from 0 to " + FOLDER_MAX + ".");
        }
        if (kitSamples != null && !Files.isDirectory(kitSamples)) {
            throw new Usage(
                    ExitCode.NO_INPUT, "--kit-samples: there is no folder " + kitSamples + ".");
        }
    }

    DriveShape shape() {
        return new DriveShape(
                layout,
                drumNotes,
                generation,
                preamble,
                patternsMax,
                patternBarsMax,
                progressionsMax,
                Optional.ofNullable(kitSamples)
                        .map(folder -> folder.toAbsolutePath().normalize().toString()));
    }

    private static void oneOf(String option, String word, String... words) {
        if (!List.of(words).contains(word)) {
            throw new Usage(
                    ExitCode.USAGE, option + " is one of " + String.join(", ", words) + ".");
        }
    }
}
