package crateworks.music.analysis;

import crateworks.music.analysis.RoleEstimate.Family;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which family of instruments a program or a word means. */
final class Families {
    private static final Map<String, Family> WORDS =
            Map.ofEntries(
                    Map.entry("bass", Family.BASS),
                    Map.entry("bassline", Family.BASS),
                    Map.entry("sub", Family.BASS),
                    Map.entry("subbass", Family.BASS),
                    Map.entry("reese", Family.BASS),
                    Map.entry("piano", Family.KEYS),
                    Map.entry("keys", Family.KEYS),
                    Map.entry("rhodes", Family.KEYS),
                    Map.entry("organ", Family.KEYS),
                    Map.entry("clav", Family.KEYS),
                    Map.entry("epiano", Family.KEYS),
                    Map.entry("guitar", Family.GUITAR),
                    Map.entry("gtr", Family.GUITAR),
                    Map.entry("strings", Family.STRINGS),
                    Map.entry("violin", Family.STRINGS),
                    Map.entry("cello", Family.STRINGS),
                    Map.entry("lead", Family.LEAD),
                    Map.entry("pad", Family.PAD),
                    Map.entry("pads", Family.PAD),
                    Map.entry("brass", Family.BRASS),
                    Map.entry("trumpet", Family.BRASS),
                    Map.entry("sax", Family.REED),
                    Map.entry("flute", Family.REED),
                    Map.entry("choir", Family.VOICE),
                    Map.entry("vocal", Family.VOICE),
                    Map.entry("fx", Family.FX),
                    Map.entry("riser", Family.FX));

    private Families() {}

    /** The family of a General MIDI program, 0 to 127 (General MIDI 1, sound set). */
    static Family ofProgram(int program) {
        int group = program / 8;
        return switch (group) {
            case 0, 1, 2 -> Family.KEYS;
            case 3 -> Family.GUITAR;
            case 4 -> Family.BASS;
            case 5 -> Family.STRINGS;
            case 6 -> program < 52 ? Family.STRINGS : Family.VOICE;
            case 7 -> Family.BRASS;
            case 8, 9 -> Family.REED;
            case 10 -> Family.LEAD;
            case 11 -> Family.PAD;
            case 12, 15 -> Family.FX;
            case 13 -> Family.GUITAR;
            default -> Family.UNKNOWN;
        };
    }

    /** The family that the first whole word of any of the texts means. */
    static Optional<Family> named(List<String> texts) {
        for (String text : texts) {
            for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
                Family family = WORDS.get(word);
                if (family != null) {
                    return Optional.of(family);
                }
            }
        }
        return Optional.empty();
    }
}
