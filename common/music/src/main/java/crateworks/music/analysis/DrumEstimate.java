package crateworks.music.analysis;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The drums of a file.
 *
 * <p>{@code isDrum} says that the file is nothing but drums. {@code channels} are the channels that
 * carry drums, 0-15 as in a note table (musicians count from 1). Without drums the counts are empty
 * and pattern and feel are {@code NONE}. {@code swing} is where in a beat, or in half a one where
 * sixteenths are played, its second half is struck: 0.5 is straight, 2/3 a shuffle; empty where too
 * few hits tell.
 */
public record DrumEstimate(
        boolean isDrum,
        SortedSet<Integer> channels,
        Map<DrumSound, Integer> counts,
        Pattern pattern,
        Feel feel,
        OptionalDouble swing,
        Set<Technique> techniques,
        double confidence,
        Source source,
        String reason) {
    public DrumEstimate {
        Checks.confidence(confidence);
        channels = Collections.unmodifiableSortedSet(new TreeSet<>(channels));
        Map<DrumSound, Integer> ordered = new EnumMap<>(DrumSound.class);
        ordered.putAll(counts);
        counts = Collections.unmodifiableMap(ordered);
        Set<Technique> some = EnumSet.noneOf(Technique.class);
        some.addAll(techniques);
        techniques = Collections.unmodifiableSet(some);
    }

    /** The classes that are played, in the order of the enum. */
    public Set<DrumClass> classes() {
        Set<DrumClass> classes = EnumSet.noneOf(DrumClass.class);
        counts.keySet().forEach(sound -> classes.add(sound.drumClass()));
        return classes;
    }

    /** What a drum part is for. */
    public enum Pattern {
        NONE,
        GROOVE,
        /** A bar or so that leads from one thing to the next. */
        FILL,
        /** A groove whose kicks fall between the beats, of the kind that is sampled. */
        BREAK,
        /** What comes before the groove: a count, a fill that ends in it. */
        INTRO,
        /** A few bars that end on a stroke. */
        ENDING,
        /** A single stroke. */
        ONE_SHOT,
        /** Drums that are none of these, or too mixed to say. */
        UNKNOWN
    }

    /** How the beats are divided. */
    public enum Feel {
        NONE,
        STRAIGHT,
        /** The second half of the beat comes late, here and there. */
        SWING,
        /** Late on nearly every beat. */
        SHUFFLE,
        /** All three thirds of the beat are played. */
        TRIPLET,
        HALF_TIME,
        DOUBLE_TIME,
        /** Too few hits between the beats to tell. */
        UNKNOWN
    }

    /** A way of playing that stands out. */
    public enum Technique {
        GHOST_NOTES,
        DOUBLE_BASS,
        BLAST_BEAT,
        ROLL,
        FLAM
    }
}
