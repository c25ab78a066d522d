package crateworks.music.category;

import crateworks.music.analysis.DrumEstimate;
import crateworks.music.analysis.DrumEstimate.Feel;
import crateworks.music.analysis.DrumEstimate.Technique;
import crateworks.music.analysis.Profile;
import crateworks.music.tags.Tag;
import crateworks.music.tags.TagCategory;
import crateworks.music.tags.TagSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tags that follow from the music itself: that it is drums, words for its tempo, its feel, and how
 * rich it is.
 */
final class DerivedTags {
    private static final double SLOW_BPM_MAX = 80;
    private static final double FAST_BPM_MIN = 140;

    /** Tempi that are less sure than this have no word. */
    private static final double TEMPO_CONFIDENCE_MIN = 0.5;

    private static final double CHORDS_CONFIDENCE_MIN = 0.4;
    private static final double SIMPLE_MAX = 0.2;
    private static final double RICH_MIN = 0.5;
    private static final double SYNCOPATED_MIN = 0.2;

    /** Fewer notes than this have no feel. */
    private static final int NOTES_MIN = 8;

    private final List<Tag> found = new ArrayList<>();
    private final List<Tag> named;

    private DerivedTags(List<Tag> named) {
        this.named = named;
    }

    /** Those that no name says already, in the order of drums, tempo, harmony and rhythm. */
    static List<Tag> of(Profile profile, List<Tag> named) {
        var derived = new DerivedTags(named);
        derived.drums(profile.drums());
        derived.tempo(profile);
        derived.harmony(profile);
        derived.rhythm(profile);
        return derived.found;
    }

    /** Whatever its names say, and though no program of the drum channel is an instrument. */
    private void drums(DrumEstimate drums) {
        if (drums.isDrum()) {
            add("drums", TagCategory.DRUM, drums.confidence());
        }
    }

    private void tempo(Profile profile) {
        double bpm = profile.tempo().bpm();
        double sure = profile.tempo().confidence();
        if (!profile.tempo().isKnown() || sure < TEMPO_CONFIDENCE_MIN) {
            return;
        }
        if (bpm < SLOW_BPM_MAX) {
            add("slow", TagCategory.TEMPO, sure);
        } else {
            add(bpm < FAST_BPM_MIN ? "medium tempo" : "fast", TagCategory.TEMPO, sure);
        }
    }

    private void harmony(Profile profile) {
        double sure = profile.harmony().confidence();
        if (profile.harmony().chords().size() < 2 || sure < CHORDS_CONFIDENCE_MIN) {
            return;
        }
        double complexity = profile.harmony().complexity();
        if (complexity <= SIMPLE_MAX) {
            add("simple harmony", TagCategory.COMPLEXITY, sure);
        } else if (complexity >= RICH_MIN) {
            add("rich harmony", TagCategory.COMPLEXITY, sure);
        }
    }

    private void rhythm(Profile profile) {
        if (profile.statistics().noteCount() < NOTES_MIN) {
            return;
        }
        DrumEstimate drums = profile.drums();
        feel(drums.feel()).ifPresent(term -> add(term, TagCategory.TECHNIQUE, drums.confidence()));
        for (Technique technique : drums.techniques()) {
            technique(technique)
                    .ifPresent(tag -> add(tag.term(), tag.category(), 0.9 * drums.confidence()));
        }
        double syncopation = profile.statistics().syncopation();
        if (!drums.isDrum() && syncopation >= SYNCOPATED_MIN) {
            add("syncopated", TagCategory.TECHNIQUE, Math.min(0.9, 0.5 + syncopation));
        }
    }

    private static Optional<String> feel(Feel feel) {
        return switch (feel) {
            case SWING -> Optional.of("swung");
            case SHUFFLE -> Optional.of("shuffle");
            case TRIPLET -> Optional.of("triplet");
            case HALF_TIME -> Optional.of("half time");
            case DOUBLE_TIME -> Optional.of("double time");
            case STRAIGHT, NONE, UNKNOWN -> Optional.empty();
        };
    }

    private static Optional<Tag> technique(Technique technique) {
        return switch (technique) {
            case GHOST_NOTES -> tag("ghost notes", TagCategory.TECHNIQUE);
            case DOUBLE_BASS -> tag("double kick", TagCategory.DRUM);
            case BLAST_BEAT -> tag("blast beat", TagCategory.DRUM);
            case ROLL -> tag("roll", TagCategory.TECHNIQUE);
            case FLAM -> tag("flam", TagCategory.TECHNIQUE);
        };
    }

    private static Optional<Tag> tag(String term, TagCategory category) {
        return Optional.of(new Tag(term, category, TagSource.DERIVED, 1));
    }

    private void add(String term, TagCategory category, double confidence) {
        if (named.stream().noneMatch(tag -> tag.term().equals(term))) {
            double rounded = Math.round(confidence * 1000) / 1000.0;
            found.add(new Tag(term, category, TagSource.DERIVED, rounded));
        }
    }
}
