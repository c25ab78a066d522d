package crateworks.music.analysis;

import crateworks.music.analysis.RoleEstimate.Role;
import crateworks.music.tags.Tag;
import crateworks.music.tags.TagSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/** Which role names state. */
final class RoleNames {
    private static final Map<String, Role> TERMS =
            Map.ofEntries(
                    Map.entry("melody", Role.MELODY),
                    Map.entry("lead", Role.MELODY),
                    Map.entry("solo", Role.MELODY),
                    Map.entry("top line", Role.MELODY),
                    Map.entry("arpeggio", Role.ARPEGGIO),
                    Map.entry("riff", Role.RIFF),
                    Map.entry("lick", Role.RIFF),
                    Map.entry("hook", Role.RIFF),
                    Map.entry("ostinato", Role.RIFF),
                    Map.entry("chords", Role.CHORDS),
                    Map.entry("progression", Role.CHORDS),
                    Map.entry("pad", Role.PAD),
                    Map.entry("bass", Role.BASS));

    /** Tags that are less sure than this state nothing. */
    private static final double CONFIDENCE_MIN = 0.5;

    private RoleNames() {}

    /**
     * The role that the surest tags state, of those found in these names; several where they
     * contradict each other, as in {@code Bass Lead}, and none where nothing is stated. Each with
     * the term that states it.
     */
    static SequencedMap<Role, String> of(List<Tag> tags, Set<TagSource> names) {
        List<Tag> stating =
                tags.stream()
                        .filter(tag -> names.contains(tag.source()))
                        .filter(tag -> tag.confidence() > CONFIDENCE_MIN)
                        .filter(tag -> TERMS.containsKey(tag.term()))
                        .toList();
        double most = stating.stream().mapToDouble(Tag::confidence).max().orElse(0);
        SequencedMap<Role, String> parts = new LinkedHashMap<>();
        SequencedMap<Role, String> figures = new LinkedHashMap<>();
        for (Tag tag : stating) {
            if (tag.confidence() == most) {
                Role role = TERMS.getOrDefault(tag.term(), Role.UNKNOWN);
                (tag.isFigure() ? figures : parts).putIfAbsent(role, tag.term());
            }
        }
        if (parts.containsKey(Role.PAD)) {
            parts.remove(Role.CHORDS);
        }
        boolean isFigure = parts.isEmpty() || parts.keySet().equals(Set.of(Role.MELODY));
        if (!isFigure || figures.isEmpty()) {
            return parts;
        }
        Map.Entry<Role, String> figure = figures.firstEntry();
        return new LinkedHashMap<>(Map.of(figure.getKey(), figure.getValue()));
    }
}
