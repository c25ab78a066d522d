package crateworks.music.analysis;

/**
 * How much the notes of one channel look like drums, whatever the channel.
 *
 * <p>Drums play few keys, those of a kit; hands and feet fall together; a key does not care for its
 * length; and the pitch classes make no key.
 */
final class DrumEvidence {
    static final int KIT = 0;
    static final int CORE = 1;
    static final int DISTINCT = 2;
    static final int AGAIN = 3;
    static final int SHORT = 4;
    static final int TOGETHER = 5;
    static final int LEAP = 6;
    static final int TONAL = 7;
    static final int FEATURES = 8;

    /** Fewer notes than this say nothing. */
    static final int NOTES_MIN = 6;

    private DrumEvidence() {}

    /** Each between 0 and 1. */
    static double[] of(Columns notes, int ticksPerQuarter) {
        double[] features = new double[FEATURES];
        int[] ofPitch = new int[128];
        int gapTicks = Math.max(1, ticksPerQuarter / 12);
        for (int row = 0; row < notes.count; row++) {
            int pitch = notes.pitch[row];
            DrumSound sound = DrumMap.sound(pitch);
            features[KIT] += DrumMap.isKit(pitch) ? 1 : 0;
            features[CORE] += isCore(sound) ? 1 : 0;
            int length = notes.offTick[row] - notes.onTick[row];
            features[SHORT] += length * 2L <= ticksPerQuarter ? 1 : 0;
            if (row > 0) {
                int step = Math.abs(pitch - notes.pitch[row - 1]);
                features[AGAIN] += ofPitch[pitch] > 0 ? 1 : 0;
                features[LEAP] += step > 2 ? 1 : 0;
                boolean together = notes.onTick[row] - notes.onTick[row - 1] <= gapTicks;
                features[TOGETHER] += together && step > 0 ? 1 : 0;
            }
            ofPitch[pitch]++;
        }
        int distinct = 0;
        int[] ofClass = new int[12];
        for (int pitch = 0; pitch < 128; pitch++) {
            distinct += ofPitch[pitch] > 0 ? 1 : 0;
            ofClass[pitch % 12] += ofPitch[pitch];
        }
        for (int feature = 0; feature < FEATURES; feature++) {
            features[feature] /= Math.max(1, notes.count);
        }
        features[DISTINCT] = Math.min(1, distinct / 24.0);
        features[TONAL] = tonal(ofClass, notes.count);
        return features;
    }

    private static boolean isCore(DrumSound sound) {
        return switch (sound) {
            case KICK, SNARE, CLOSED_HAT, OPEN_HAT, PEDAL_HAT, RIDE, CRASH -> true;
            default -> false;
        };
    }

    /** The largest share of notes that seven neighbours on the circle of fifths hold. */
    private static double tonal(int[] ofClass, int count) {
        int most = 0;
        for (int tonic = 0; tonic < 12; tonic++) {
            int inside = 0;
            for (int fifth = 0; fifth < 7; fifth++) {
                inside += ofClass[(tonic + fifth * 7) % 12];
            }
            most = Math.max(most, inside);
        }
        return (double) most / Math.max(1, count);
    }
}
