package crateworks.music.analysis;

/**
 * How much the notes of one channel look like drums, whatever the channel.
 *
 * <p>Drums play few keys, those of a kit; hands and feet fall together and clash; a key does not
 * care for its length; and the pitch classes make no key.
 */
final class DrumEvidence {
    /** What is asked, in the order of the weights. */
    private static final int DISTINCT = 0;

    private static final int AGAIN = 1;
    private static final int SHORT = 2;
    private static final int TOGETHER = 3;
    private static final int LEAP = 4;
    private static final int TONAL = 5;
    private static final int KICK_AND_SNARE = 6;
    private static final int TIME_KEEPING = 7;
    private static final int SAME_LENGTH = 8;
    private static final int STEPS = 9;
    private static final int OUTSIDE_KIT = 10;
    private static final int CLOSED_HAT = 11;
    private static final int SHAKEN = 12;
    private static final int ABOVE_MAP = 13;
    private static final int BELOW_MAP = 14;
    private static final int CLASHES = 15;
    private static final int BEAT = 16;
    private static final int BEAT_AND_TIME = 17;
    static final int FEATURES = 18;

    /** Fewer notes than this say nothing. */
    static final int NOTES_MIN = 6;

    /** So many keys and more count as many. */
    private static final double KEYS_MANY = 24;

    /** Kick, snare and time keeping have this share each in a kit that is moved as a whole. */
    private static final double MOVED_SHARE_MIN = 0.08;

    private static final double CHORD_SHARE_MIN = 0.9;
    private static final double CHORD_CLASHES_MAX = 0.35;
    private static final int CHORD_NOTES_MIN = 3;

    private static final Weights LEARNT = Weights.read("drum-weights.txt", 1, FEATURES + 1);

    private final Columns notes;
    private final int ticksPerQuarter;
    private final int[] ofPitch = new int[128];
    private final double[] features = new double[FEATURES];
    private int inChords;

    DrumEvidence(Columns notes, int ticksPerQuarter) {
        this.notes = notes;
        this.ticksPerQuarter = ticksPerQuarter;
        readNotes();
        readMoves();
    }

    /** The logarithm of the odds that the notes are drums whose keys are {@code shift} too high. */
    double odds(int shift) {
        readKeys(shift);
        double odds = LEARNT.at(0, FEATURES);
        for (int feature = 0; feature < FEATURES; feature++) {
            odds += LEARNT.at(0, feature) * features[feature];
        }
        return odds;
    }

    /** Whether there is only ever one stroke at a time, which may as well be a bass line. */
    boolean isLine() {
        return features[TOGETHER] == 0;
    }

    /** Whether nearly all notes are struck three at once or more, and few of these clash. */
    boolean isChords() {
        return share(inChords) >= CHORD_SHARE_MIN && features[CLASHES] <= CHORD_CLASHES_MAX;
    }

    /** Whether kick, snare and what keeps time are all there when the keys are lowered. */
    boolean isKit(int shift) {
        return share(keys(shift, 35, 36)) >= MOVED_SHARE_MIN
                && share(keys(shift, 38, 40)) >= MOVED_SHARE_MIN
                && share(keys(shift, 42, 44, 46, 51)) >= MOVED_SHARE_MIN;
    }

    private double share(int count) {
        return (double) count / notes.count;
    }

    /** Lengths, and keys that come again. */
    private void readNotes() {
        int again = 0;
        int brief = 0;
        int usual = 0;
        int votes = 0;
        for (int row = 0; row < notes.count; row++) {
            int length = notes.offTick[row] - notes.onTick[row];
            brief += length * 2L <= ticksPerQuarter ? 1 : 0;
            // the length that more than half of the notes have, if one has (Boyer and Moore 1981)
            usual = votes == 0 ? length : usual;
            votes += length == usual ? 1 : -1;
            again += ofPitch[notes.pitch[row]] > 0 ? 1 : 0;
            ofPitch[notes.pitch[row]]++;
        }
        int same = 0;
        for (int row = 0; row < notes.count; row++) {
            same += notes.offTick[row] - notes.onTick[row] == usual ? 1 : 0;
        }
        features[SHORT] = share(brief);
        features[AGAIN] = share(again);
        features[SAME_LENGTH] = share(same);
    }

    /** From each note to the next: together or one after the other, and how far. */
    private void readMoves() {
        int together = 0;
        int clashes = 0;
        int leaps = 0;
        int steps = 0;
        int gapTicks = Math.max(1, ticksPerQuarter / 12);
        int atOnce = 1;
        for (int row = 1; row < notes.count; row++) {
            int move = Math.abs(notes.pitch[row] - notes.pitch[row - 1]);
            boolean isTogether = notes.onTick[row] - notes.onTick[row - 1] <= gapTicks;
            together += isTogether && move > 0 ? 1 : 0;
            clashes += isTogether && isClash(move) ? 1 : 0;
            leaps += move > 2 ? 1 : 0;
            steps += !isTogether && (move == 1 || move == 2) ? 1 : 0;
            inChords += isTogether || atOnce < CHORD_NOTES_MIN ? 0 : atOnce;
            atOnce = isTogether ? atOnce + 1 : 1;
        }
        inChords += atOnce < CHORD_NOTES_MIN ? 0 : atOnce;
        features[TOGETHER] = share(together);
        features[CLASHES] = together == 0 ? 0 : (double) clashes / together;
        features[LEAP] = share(leaps);
        features[STEPS] = share(steps);
    }

    /** Intervals that drums of a kit have between their keys and chords avoid. */
    private static boolean isClash(int semitones) {
        return switch (semitones) {
            case 1, 2, 6, 10, 11, 13, 14 -> true;
            default -> false;
        };
    }

    /** Which keys are played how often, and what they would be on the map. */
    private void readKeys(int shift) {
        int distinct = 0;
        for (int pitch = 0; pitch < ofPitch.length; pitch++) {
            distinct += ofPitch[pitch] > 0 ? 1 : 0;
        }
        features[DISTINCT] = Math.min(1, distinct / KEYS_MANY);
        features[TONAL] = tonal();
        int kicks = keys(shift, 35, 36);
        int snares = keys(shift, 38, 40);
        int sideSnares = keys(shift, 37, 39);
        int closedHats = keys(shift, 22, 42);
        int time = closedHats + keys(shift, 26, 44, 46) + keys(shift, 51, 53, 59);
        features[KICK_AND_SNARE] = kicks > 0 && snares + sideSnares > 0 ? 1 : 0;
        features[TIME_KEEPING] = share(time);
        features[CLOSED_HAT] = share(closedHats);
        features[SHAKEN] = share(keys(shift, 54, 69, 70, 82));
        features[ABOVE_MAP] = share(between(82 + shift, 127) - keys(shift, 82));
        features[BELOW_MAP] = share(between(0, 34 + shift) - keys(shift, 22, 26));
        features[OUTSIDE_KIT] = share(between(0, 34 + shift) + between(60 + shift, 127));
        features[BEAT] = Math.sqrt(share(kicks + snares));
        features[BEAT_AND_TIME] = 2 * share(Math.min(kicks + snares + keys(shift, 39), time));
    }

    private int keys(int shift, int... pitches) {
        int count = 0;
        for (int pitch : pitches) {
            int shifted = pitch + shift;
            count += shifted >= 0 && shifted < ofPitch.length ? ofPitch[shifted] : 0;
        }
        return count;
    }

    private int between(int from, int to) {
        int count = 0;
        for (int pitch = Math.max(0, from); pitch <= Math.min(127, to); pitch++) {
            count += ofPitch[pitch];
        }
        return count;
    }

    /** The largest share of notes that seven neighbours on the circle of fifths hold. */
    private double tonal() {
        int[] ofClass = new int[12];
        for (int pitch = 0; pitch < ofPitch.length; pitch++) {
            ofClass[pitch % 12] += ofPitch[pitch];
        }
        int most = 0;
        for (int tonic = 0; tonic < 12; tonic++) {
            int inside = 0;
            for (int fifth = 0; fifth < 7; fifth++) {
                inside += ofClass[(tonic + fifth * 7) % 12];
            }
            most = Math.max(most, inside);
        }
        return share(most);
    }
}
