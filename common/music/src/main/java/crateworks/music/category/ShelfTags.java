package crateworks.music.category;

import crateworks.music.analysis.DrumEstimate;
import crateworks.music.analysis.Profile;
import crateworks.music.analysis.RoleEstimate.Role;
import crateworks.music.tags.Tag;
import crateworks.music.tags.TagSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Which shelf the tags of a file mean. */
final class ShelfTags {
    private static final Map<String, Category> TERMS =
            Map.ofEntries(
                    Map.entry("kick", Category.DRUM_KICKS),
                    Map.entry("snare", Category.DRUM_SNARES),
                    Map.entry("clap", Category.DRUM_SNARES),
                    Map.entry("hihat", Category.DRUM_HATS),
                    Map.entry("cymbals", Category.DRUM_CYMBALS),
                    Map.entry("tom", Category.DRUM_TOMS),
                    Map.entry("percussion", Category.DRUM_PERC),
                    Map.entry("drums", Category.DRUMS),
                    Map.entry("bass", Category.BASS),
                    Map.entry("melody", Category.MELODY),
                    Map.entry("lead", Category.MELODY),
                    Map.entry("arpeggio", Category.MELODY),
                    Map.entry("riff", Category.MELODY),
                    Map.entry("lick", Category.MELODY),
                    Map.entry("hook", Category.MELODY),
                    Map.entry("solo", Category.MELODY),
                    Map.entry("chords", Category.CHORDS),
                    Map.entry("pad", Category.CHORDS),
                    Map.entry("fx", Category.FX),
                    Map.entry("sweep", Category.FX),
                    Map.entry("impact", Category.FX),
                    Map.entry("build up", Category.FX),
                    Map.entry("loop", Category.LOOPS),
                    Map.entry("progression", Category.PROGRESSIONS));

    /** Tags that are less sure than this decide nothing. */
    private static final double CONFIDENCE_MIN = 0.5;

    /** A drum's name over more pitches than this, in semitones, names something else. */
    private static final int DRUM_RANGE_MAX = 24;

    /** The keys of one instrument among the percussion, such as congas, in semitones. */
    private static final int PERCUSSION_RANGE_MAX = 2;

    /** Several pitches that are this surely no drums are none, whatever a name says. */
    private static final double NO_DRUMS_MIN = 0.95;

    /** That it is a loop says less than what is played in it; a progression is more than chords. */
    private static final double LOOP_WEIGHT = 0.5;

    private static final double PROGRESSION_WEIGHT = 1.15;

    /** How something is played says less than what is: an arpeggio of a bass is a bass. */
    private static final double FIGURE_WEIGHT = 0.95;

    /** Two shelves that are meant alike are half as sure. */
    private static final double CONTRADICTED = 0.5;

    private final Profile profile;

    ShelfTags(Profile profile) {
        this.profile = profile;
    }

    /** The shelf that a term means. */
    static Optional<Category> shelf(String term) {
        return Optional.ofNullable(TERMS.get(term));
    }

    /** {@code byNotes} is the shelf that the notes mean, which chooses where tags contradict. */
    Optional<Decision> decide(List<Tag> tags, Category byNotes) {
        Map<Category, Tag> meant = new LinkedHashMap<>();
        double most = 0;
        for (Tag tag : tags) {
            Category category = TERMS.get(tag.term());
            if (category == null || tag.confidence() < CONFIDENCE_MIN || !counts(tag, category)) {
                continue;
            }
            double weight = tag.confidence() * weight(tag, category);
            if (weight > most) {
                most = weight;
                meant.clear();
            }
            if (weight == most) {
                meant.putIfAbsent(category, tag);
            }
        }
        if (meant.isEmpty()) {
            return Optional.empty();
        }
        Map.Entry<Category, Tag> first = meant.entrySet().iterator().next();
        Category category = meant.containsKey(byNotes) ? byNotes : first.getKey();
        Tag tag = meant.getOrDefault(category, first.getValue());
        String others =
                meant.entrySet().stream()
                        .filter(other -> contradict(other.getKey(), category))
                        .map(other -> other.getValue().term())
                        .collect(Collectors.joining(" and "));
        return Optional.of(decision(category, tag, others));
    }

    /** A kick may well be percussion too. */
    private static boolean contradict(Category one, Category other) {
        return one != other && !(one.isDrum() && other.isDrum());
    }

    private static Decision decision(Category category, Tag tag, String others) {
        return new Decision(
                category,
                tag.confidence()
                        * (category == Category.LOOPS ? 0.8 : 1)
                        * (others.isEmpty() ? 1 : CONTRADICTED),
                Decision.By.TAGS,
                "tagged "
                        + tag.term()
                        + place(tag)
                        + (others.isEmpty() ? "" : ", but also " + others));
    }

    private static double weight(Tag tag, Category category) {
        return switch (category) {
            case LOOPS -> LOOP_WEIGHT;
            case PROGRESSIONS -> PROGRESSION_WEIGHT;
            default -> tag.isFigure() ? FIGURE_WEIGHT : 1;
        };
    }

    /** The tracks of a song name its parts, not the song. */
    private boolean counts(Tag tag, Category category) {
        boolean isOfWhole = tag.source() == TagSource.FILE || tag.source() == TagSource.FOLDER;
        if (profile.role().role() == Role.ENSEMBLE && !isOfWhole) {
            return false;
        }
        return !category.isDrum() || couldBe(category, profile);
    }

    /**
     * Whether the notes allow the drums of which a name speaks: few pitches, close together, that
     * play as drums might; one pitch alone always might, and so might the keys of these drums.
     */
    static boolean couldBe(Category drum, Profile profile) {
        OptionalInt lowest = profile.statistics().lowestPitch();
        OptionalInt highest = profile.statistics().highestPitch();
        if (lowest.isEmpty() || highest.isEmpty()) {
            return false;
        }
        int range = highest.getAsInt() - lowest.getAsInt();
        return range <= DRUM_RANGE_MAX
                && profile.role().role() != Role.ENSEMBLE
                && (range == 0
                        || areKeysOf(drum, lowest.getAsInt(), highest.getAsInt())
                        || !isSurelyNoDrums(profile.drums()));
    }

    /** On the percussion map of General MIDI, whose drums have their keys side by side. */
    private static boolean areKeysOf(Category drum, int lowest, int highest) {
        return switch (drum) {
            case DRUM_KICKS -> lowest >= 35 && highest <= 36;
            case DRUM_SNARES -> lowest >= 37 && highest <= 40;
            case DRUM_TOMS -> lowest >= 41 && highest <= 50;
            case DRUM_HATS -> lowest >= 42 && highest <= 46;
            case DRUM_CYMBALS -> lowest >= 49 && highest <= 59;
            case DRUM_PERC ->
                    lowest >= 54 && highest <= 81 && highest - lowest <= PERCUSSION_RANGE_MAX;
            case DRUMS, BASS, MELODY, CHORDS, PROGRESSIONS, LOOPS, FX -> false;
        };
    }

    private static boolean isSurelyNoDrums(DrumEstimate drums) {
        return drums.channels().isEmpty() && drums.confidence() >= NO_DRUMS_MIN;
    }

    private static String place(Tag tag) {
        return switch (tag.source()) {
            case FOLDER -> " by its folder";
            case FILE -> " by its file name";
            case TRACK -> " by its track name";
            case PROGRAM -> " by its program";
            case DERIVED -> ", which its other tags imply";
        };
    }
}
