package crateworks.music.analysis;

import crateworks.music.analysis.RoleEstimate.Role;
import crateworks.music.tags.Tag;
import crateworks.music.tags.TagSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which role a name states. */
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

    /** The role that the surest tag states, of those found in these names. */
    static Optional<Role> of(List<Tag> tags, Set<TagSource> names) {
        Optional<Role> role = Optional.empty();
        double most = CONFIDENCE_MIN;
        for (Tag tag : tags) {
            boolean isOwn = names.contains(tag.source());
            Role meant = isOwn ? TERMS.get(tag.term()) : null;
            if (meant != null && tag.confidence() > most) {
                most = tag.confidence();
                role = Optional.of(meant);
            }
        }
        return role;
    }
}
