package crateworks.music.analysis;

import java.util.Arrays;

/**
 * What the notes of a single part tell of the instrument they are for: how low, how many together,
 * how long, how dense and in which steps.
 *
 * <p>A note some octaves above the lowest of those that begin together only doubles it and is no
 * voice of its own.
 */
final class RoleEvidence {
    /** What is measured, in the order of the knots in {@link RoleScores}. */
    static final int BOTTOM = 0;

    static final int LOWEST = 1;
    static final int HIGHEST = 2;
    static final int RANGE = 3;
    static final int KEYS = 4;
    static final int NOTES = 5;
    static final int VOICES = 6;
    static final int TOGETHER = 7;
    static final int CHORD_SIZE = 8;
    static final int SPREAD = 9;
    static final int FIFTHS = 10;
    static final int OCTAVES = 11;
    static final int STRUMMED = 12;
    static final int OVERLAP = 13;
    static final int LENGTH = 14;
    static final int DENSITY = 15;
    static final int SILENCE = 16;
    static final int ON_BEAT = 17;
    static final int SAME = 18;
    static final int STEPS = 19;
    static final int SKIPS = 20;
    static final int LEAPS = 21;
    static final int OCTAVE_LEAPS = 22;

    /** Here the measures of {@link RoleEvents} begin. */
    static final int EVENTS = 23;

    static final int MEASURES = EVENTS + RoleEvents.MEASURES;

    /** Notes that begin within this part of a beat begin together. */
    private static final double TOGETHER_BEATS = 1.0 / 12;

    private static final double ON_BEAT_WITHIN = 0.08;

    /** A wait between two onsets counts as so many beats at most. */
    private static final double WAIT_BEATS_MAX = 4;

    private final Columns notes;
    private final BeatGrid grid;
    private final double togetherTicks;
    private final boolean[] isDoubling;
    private final int[] ofPitch = new int[128];
    private final int[] ofBottom = new int[128];
    private final double[] measures = new double[MEASURES];
    private int groups;
    private int chords;
    private int pairs;
    private int lastTop = -1;

    private RoleEvidence(Columns notes, BeatGrid grid) {
        this.notes = notes;
        this.grid = grid;
        togetherTicks = grid.beatTicks() * TOGETHER_BEATS;
        isDoubling = new boolean[notes.count];
    }

    /** The measures of some notes, at least one, and of what else the file has for them. */
    static double[] of(Columns notes, BeatGrid grid, RoleEvents events) {
        var evidence = new RoleEvidence(notes, grid);
        evidence.readGroups();
        evidence.readPitches();
        evidence.readLengths();
        evidence.readTimes();
        events.put(evidence.measures, EVENTS, notes.count);
        return evidence.measures;
    }

    /** The binary logarithm, of halves, wholes and doubles being as far apart. */
    private static double log(double number) {
        return Math.log(number) / Math.log(2);
    }

    private void readGroups() {
        int row = 0;
        while (row < notes.count) {
            int first = row;
            while (row < notes.count && notes.onTick[row] - notes.onTick[first] <= togetherTicks) {
                row++;
            }
            readGroup(first, row);
        }
        divide(groups, TOGETHER, ON_BEAT);
        divide(chords, CHORD_SIZE, SPREAD);
        divide(pairs, FIFTHS, OCTAVES);
        divide(notes.count, STRUMMED);
        divide(groups - 1, SAME, STEPS, SKIPS, LEAPS, OCTAVE_LEAPS);
    }

    private void divide(int by, int... measured) {
        for (int measure : measured) {
            measures[measure] /= Math.max(1, by);
        }
    }

    /** Notes that begin together, from a row to before another. */
    private void readGroup(int first, int end) {
        int bottom = first;
        int high = 0;
        for (int row = first; row < end; row++) {
            bottom = notes.pitch[row] < notes.pitch[bottom] ? row : bottom;
            high = Math.max(high, notes.pitch[row]);
            ofPitch[notes.pitch[row]]++;
        }
        int low = notes.pitch[bottom];
        int voices = 0;
        for (int row = first; row < end; row++) {
            isDoubling[row] = row != bottom && (notes.pitch[row] - low) % 12 == 0;
            voices += isDoubling[row] ? 0 : 1;
            if (row > first) {
                readInterval(row);
            }
        }
        groups++;
        ofBottom[low]++;
        if (voices > 1) {
            chords++;
            measures[TOGETHER]++;
            measures[CHORD_SIZE] += voices;
            measures[SPREAD] += high - low;
        }
        double beat = grid.beatAt(notes.onTick[first]);
        measures[ON_BEAT] += Math.abs(beat - Math.rint(beat)) < ON_BEAT_WITHIN ? 1 : 0;
        if (lastTop >= 0) {
            measures[move(Math.abs(high - lastTop))]++;
        }
        lastTop = high;
    }

    private void readInterval(int row) {
        int interval = Math.abs(notes.pitch[row] - notes.pitch[row - 1]);
        pairs++;
        measures[FIFTHS] += interval == 7 || interval == 5 ? 1 : 0;
        measures[OCTAVES] += interval == 12 ? 1 : 0;
        measures[STRUMMED] += notes.onTick[row] > notes.onTick[row - 1] ? 1 : 0;
    }

    /** As what a move of the highest voice counts. */
    private static int move(int semitones) {
        return switch (semitones) {
            case 0 -> SAME;
            case 1, 2 -> STEPS;
            case 3, 4, 5 -> SKIPS;
            case 12 -> OCTAVE_LEAPS;
            default -> LEAPS;
        };
    }

    private void readPitches() {
        measures[BOTTOM] = percentile(ofBottom, groups, 0.5);
        measures[LOWEST] = percentile(ofPitch, notes.count, 0.05);
        measures[HIGHEST] = percentile(ofPitch, notes.count, 0.95);
        measures[RANGE] = measures[HIGHEST] - measures[LOWEST];
        for (int count : ofPitch) {
            measures[KEYS] += count > 0 ? 1 : 0;
        }
        measures[NOTES] = log(notes.count);
    }

    private static int percentile(int[] counts, int all, double share) {
        int at = 0;
        double below = counts[0];
        while (below <= share * all && at < counts.length - 1) {
            below += counts[++at];
        }
        return at;
    }

    private void readLengths() {
        int[] lengths = new int[notes.count];
        for (int row = 0; row < notes.count; row++) {
            lengths[row] = notes.offTick[row] - notes.onTick[row];
        }
        Arrays.sort(lengths);
        measures[LENGTH] = log(Math.max(1, lengths[lengths.length / 2]) / grid.beatTicks());
    }

    private void readTimes() {
        long noteTicks = 0;
        long soundingTicks = 0;
        long until = notes.onTick[0];
        double waits = 0;
        int onsets = 1;
        int overlaps = 0;
        int last = notes.onTick[0];
        for (int row = 0; row < notes.count; row++) {
            int on = notes.onTick[row];
            if (on - last > togetherTicks) {
                waits += Math.min(on - last, WAIT_BEATS_MAX * grid.beatTicks());
                onsets++;
                overlaps += until - on > 2 * togetherTicks ? 1 : 0;
                last = on;
            }
            if (!isDoubling[row]) {
                int off = notes.offTick[row];
                noteTicks += off - on;
                soundingTicks += Math.max(0, off - Math.max(until, on));
                until = Math.max(until, off);
            }
        }
        long all = until - notes.onTick[0];
        measures[VOICES] = soundingTicks == 0 ? 1 : (double) noteTicks / soundingTicks;
        measures[OVERLAP] = (double) overlaps / onsets;
        measures[SILENCE] = all == 0 ? 0 : 1 - (double) soundingTicks / all;
        measures[DENSITY] = waits == 0 ? -2 : log((onsets - 1) / (waits / grid.beatTicks()));
    }
}
