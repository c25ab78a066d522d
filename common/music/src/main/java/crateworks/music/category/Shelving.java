package crateworks.music.category;

import crateworks.music.analysis.LengthEstimate.Form;
import crateworks.music.analysis.Profile;
import crateworks.music.category.Decision.By;
import crateworks.music.tags.Tag;
import java.util.List;
import java.util.Optional;

/**
 * Decides the shelf of a file: drums first, then tags, then its name, then its notes.
 *
 * <p>The table is in docs/rationale/categories.md.
 */
public final class Shelving {
    /** Chords that change this often, in few bars, are a progression and not a chord part. */
    private static final int PROGRESSION_CHORDS_MIN = 3;

    private static final double HARMONY_CONFIDENCE_MIN = 0.5;

    /** Folders that are asked after the name itself, the nearest first. */
    private static final int FOLDERS_MAX = 3;

    private static final double NAME_CONFIDENCE = 0.85;
    private static final double FOLDER_CONFIDENCE = 0.65;

    private Shelving() {}

    /**
     * The decision for a file.
     *
     * @param pathSegments folders and file name, the outermost first
     */
    public static Decision decide(Profile profile, List<Tag> tags, List<String> pathSegments) {
        if (profile.drums().isDrum()) {
            return DrumShelf.of(profile.drums());
        }
        return byTags(tags)
                .or(() -> byName(profile, pathSegments))
                .orElseGet(() -> byNotes(profile));
    }
}
