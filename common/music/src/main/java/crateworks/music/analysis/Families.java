package crateworks.music.analysis;

import crateworks.music.analysis.RoleEstimate.Family;
import crateworks.music.tags.Tag;
import crateworks.music.tags.TagDictionary;
import crateworks.music.tags.TagSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which family of instruments a program or a tag means. */
final class Families {
    private static final Map<String, Family> TERMS =
            Map.ofEntries(
                    Map.entry("bass", Family.BASS),
                    Map.entry("keys", Family.KEYS),
                    Map.entry("piano", Family.KEYS),
                    Map.entry("organ", Family.KEYS),
                    Map.entry("bells", Family.KEYS),
                    Map.entry("mallets", Family.KEYS),
                    Map.entry("guitar", Family.GUITAR),
                    Map.entry("plucked", Family.GUITAR),
                    Map.entry("strings", Family.STRINGS),
                    Map.entry("orchestra", Family.STRINGS),
                    Map.entry("lead", Family.LEAD),
                    Map.entry("pad", Family.PAD),
                    Map.entry("brass", Family.BRASS),
                    Map.entry("woodwind", Family.REED),
                    Map.entry("saxophone", Family.REED),
                    Map.entry("flute", Family.REED),
                    Map.entry("voice", Family.VOICE),
                    Map.entry("fx", Family.FX));

    /** Tags that are less sure than this name no family. */
    private static final double CONFIDENCE_MIN = 0.5;

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

    /**
     * The family that the surest tags mean, programs left out: they are read from the file. Several
     * where they contradict each other, none where nothing is meant. What one term implies, as
     * {@code lead guitar} does lead and guitar, is no contradiction.
     */
    static List<Family> tagged(List<Tag> tags) {
        if (tags.stream().allMatch(Families::isOfProgram)) {
            return List.of();
        }
        List<Tag> meaning =
                tags.stream()
                        .filter(tag -> tag.source() != TagSource.PROGRAM)
                        .filter(tag -> tag.confidence() > CONFIDENCE_MIN)
                        .filter(tag -> TERMS.containsKey(tag.term()))
                        .toList();
        double most = meaning.stream().mapToDouble(Tag::confidence).max().orElse(0);
        List<Tag> surest = meaning.stream().filter(tag -> tag.confidence() == most).toList();
        boolean isImplied = surest.stream().anyMatch(tag -> tag.source() == TagSource.DERIVED);
        return surest.stream()
                .map(tag -> TERMS.get(tag.term()))
                .distinct()
                .limit(isImplied ? 1 : surest.size())
                .toList();
    }

    /** The family that the surest tag found in one kind of name means, itself or by its parents. */
    static Optional<Family> named(List<Tag> tags, TagSource source) {
        return tags.stream()
                .filter(tag -> tag.source() == source && tag.confidence() > CONFIDENCE_MIN)
                .sorted(Comparator.comparingDouble(Tag::confidence).reversed())
                .flatMap(tag -> TagDictionary.standard().kinds(tag.term()).stream())
                .flatMap(term -> Optional.ofNullable(TERMS.get(term)).stream())
                .findFirst();
    }

    private static boolean isOfProgram(Tag tag) {
        return tag.source() == TagSource.PROGRAM || tag.source() == TagSource.DERIVED;
    }
}
