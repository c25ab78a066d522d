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
        Decision byNotes = byNotes(profile);
        return new ShelfTags(profile)
                .decide(tags, byNotes.category())
                .or(() -> byName(profile, pathSegments))
                .orElse(byNotes);
    }

    /** What each of those that are asked says, in their order; the first with an answer decides. */
    public static List<Vote> votes(Profile profile, List<Tag> tags, List<String> pathSegments) {
        Decision byNotes = byNotes(profile);
        return List.of(
                profile.drums().isDrum()
                        ? Vote.of(DrumShelf.of(profile.drums()))
                        : Vote.none(By.DRUMS, notDrums(profile)),
                new ShelfTags(profile)
                        .decide(tags, byNotes.category())
                        .map(Vote::of)
                        .orElseGet(() -> Vote.none(By.TAGS, "no tag of it means a shelf")),
                byName(profile, pathSegments)
                        .map(Vote::of)
                        .orElseGet(() -> Vote.none(By.NAME, "no word of it means a shelf")),
                Vote.of(byNotes));
    }

    private static String notDrums(Profile profile) {
        return profile.drums().channels().isEmpty()
                ? profile.drums().reason()
                : "drums, but not alone";
    }

    private static Optional<Decision> byName(Profile profile, List<String> pathSegments) {
        int file = pathSegments.size() - 1;
        for (int segment = file; segment >= Math.max(0, file - FOLDERS_MAX); segment--) {
            Optional<ShelfWords.Meant> meant = ShelfWords.in(pathSegments.get(segment));
            if (meant.isEmpty()) {
                continue;
            }
            Category category = meant.get().category();
            if (!category.isDrum() || ShelfTags.couldBe(category, profile)) {
                boolean isFile = segment == file;
                return Optional.of(
                        new Decision(
                                category,
                                isFile ? NAME_CONFIDENCE : FOLDER_CONFIDENCE,
                                By.NAME,
                                (isFile ? "its name" : "a folder")
                                        + " says "
                                        + meant.get().word()));
            }
        }
        return Optional.empty();
    }

    private static Decision byNotes(Profile profile) {
        double sure = profile.role().confidence();
        return switch (profile.role().role()) {
            case DRUMS -> {
                Decision drums = DrumShelf.of(profile.drums());
                yield byNotes(drums.category(), drums.confidence(), "nothing but drums");
            }
            case BASS -> byNotes(Category.BASS, sure, "a low line");
            case MELODY -> byNotes(Category.MELODY, sure, "one voice that is no bass");
            case RIFF -> byNotes(Category.MELODY, sure, "a short line, again and again");
            case ARPEGGIO -> byNotes(Category.MELODY, sure, "broken chords, one note at a time");
            case CHORDS -> chords(profile, "several voices together");
            case PAD -> chords(profile, "long notes, several together");
            case ENSEMBLE -> ensemble(profile);
            case UNKNOWN -> byNotes(Category.FX, 0.1, profile.role().reason());
        };
    }

    /** A loop of several chords is a progression; a single chord or a whole piece is not. */
    private static Decision chords(Profile profile, String heard) {
        int chords = profile.harmony().chords().size();
        boolean isLoop = profile.length().form() == Form.LOOP;
        boolean isSure = profile.harmony().confidence() >= HARMONY_CONFIDENCE_MIN;
        double confidence = Math.min(0.7, profile.harmony().confidence());
        if (isLoop && isSure && chords >= PROGRESSION_CHORDS_MIN) {
            return byNotes(
                    Category.PROGRESSIONS,
                    confidence,
                    heard + ": " + chords + " chords in " + profile.length().bars() + " bars");
        }
        return byNotes(Category.CHORDS, confidence, heard);
    }

    /** There is no shelf for songs: loops hold what has several parts. */
    private static Decision ensemble(Profile profile) {
        boolean isLoop = profile.length().form() == Form.LOOP;
        return byNotes(Category.LOOPS, isLoop ? 0.7 : 0.4, profile.role().reason());
    }

    private static Decision byNotes(Category category, double confidence, String heard) {
        return new Decision(category, confidence, By.NOTES, "by its notes: " + heard);
    }
}
