package crateworks.music.naming;

import java.util.List;

/** Endings of file names that say "this is MIDI", and so say nothing. */
public final class MusicExtensions {
    private static final List<String> MUSIC = List.of(".mid", ".midi", ".kar", ".rmi", ".smf");
    private static final List<String> PACKED = List.of(".gz", ".bz2", ".xz", ".zst");

    private MusicExtensions() {}

    /** Takes one such ending away, with that of a compression behind it. */
    public static String strip(String name) {
        String unpacked = without(name, PACKED);
        String stem = without(unpacked, MUSIC);
        return stem.length() < unpacked.length() ? stem : name;
    }

    private static String without(String name, List<String> endings) {
        for (String ending : endings) {
            int stemLength = name.length() - ending.length();
            if (name.regionMatches(true, stemLength, ending, 0, ending.length())) {
                return name.substring(0, stemLength);
            }
        }
        return name;
    }
}
