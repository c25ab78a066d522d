package crateworks.music.analysis;

import crateworks.music.analysis.RoleEstimate.Family;
import crateworks.music.analysis.RoleEstimate.Role;

/**
 * What the notes of a part alone tell.
 *
 * @param bass how likely it is a bass, 0 to 1
 * @param sounds the notes in words
 */
record RoleHeard(Role role, Family family, double confidence, double bass, String sounds) {
    /** For where nothing else tells more. */
    RoleEstimate estimate() {
        String reason =
                family == Family.UNKNOWN
                        ? sounds + ", as many instruments have them"
                        : sounds + ", most like " + family.label();
        return new RoleEstimate(role, family, confidence, Source.NOTES, reason);
    }
}
