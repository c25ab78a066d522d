package crateworks.music.mpc;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Which notes a drum pattern has: those of General MIDI, for a kit whose pads have these notes, or
 * those of the pads in the order of that kit, for kits that count notes up from 36.
 */
public enum PadOrder {
    /** As the file has them; for everything but drums, too. */
    AS_WRITTEN("gm"),
    /** Pad 1 is 36, pad 2 is 37 and so on. */
    PADS("pads");

    /** What the first pad of a new program plays. */
    private static final int FIRST_PAD_NOTE = 36;

    private final String word;

    PadOrder(String word) {
        this.word = word;
    }

    /** As users write it. */
    public String word() {
        return word;
    }

    /** The order that users call {@code word}. */
    public static PadOrder of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no drum notes '%s'; there are %s"
                                                .formatted(word, words())));
    }

    /** The note for what is {@code note} in General MIDI; no two notes become one. */
    int moved(int note) {
        return switch (this) {
            case AS_WRITTEN -> note;
            case PADS -> (FIRST_PAD_NOTE + GmPads.padOf(note) - 1) & 0x7F;
        };
    }

    private static String words() {
        return Arrays.stream(values()).map(PadOrder::word).collect(Collectors.joining(", "));
    }
}
