package crateworks.music.drive;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The device that a drive is for. Both browse MIDI files in the same folders, so the layout of
 * {@code .mid} files is the same for all three.
 */
public enum DriveFormat {
    MPC_ONE("mpc-one"),
    AKAI_FORCE("akai-force"),
    BOTH("both");

    private final String word;

    DriveFormat(String word) {
        this.word = word;
    }

    /** As users write it. */
    public String word() {
        return word;
    }

    /**
     * The format that users call {@code word}.
     *
     * @throws IllegalArgumentException that says which words there are
     */
    public static DriveFormat of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no drive format '%s'; there are %s"
                                                .formatted(word, words())));
    }

    private static String words() {
        return Arrays.stream(values()).map(DriveFormat::word).collect(Collectors.joining(", "));
    }
}
