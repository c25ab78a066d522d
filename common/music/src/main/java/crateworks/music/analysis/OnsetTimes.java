package crateworks.music.analysis;

import crateworks.music.time.TempoMap;
import java.util.function.IntToLongFunction;

/**
 * When something begins, in seconds, with how much: what beats are heard from.
 *
 * <p>Notes that begin within {@link #TOGETHER_MICROS} are one onset. {@code weight} grows with what
 * begins; {@code lowWeight} is the same for the lowest notes alone, and 0 without one.
 */
final class OnsetTimes {
    /** Onsets that are looked at: some minutes of music. */
    static final int ONSETS_MAX = 6_000;

    private static final int TOGETHER_MICROS = 25_000;

    /** The share of notes that count as low at most, the lowest pitch always. */
    private static final double LOW_SHARE = 0.3;

    final float[] seconds;
    final float[] weight;
    final float[] lowWeight;
    int count;

    private OnsetTimes(int capacity) {
        seconds = new float[capacity];
        weight = new float[capacity];
        lowWeight = new float[capacity];
    }

    static OnsetTimes of(Columns notes, TempoMap tempoMap) {
        long origin = notes.isEmpty() ? 0 : tempoMap.microsAt(notes.onTick[0]);
        return gather(notes, tick -> tempoMap.microsAt(tick) - origin);
    }

    private static OnsetTimes gather(Columns notes, IntToLongFunction microsAt) {
        OnsetTimes onsets = new OnsetTimes(Math.min(notes.count, ONSETS_MAX));
        int lowPitch = lowPitch(notes);
        long openMicros = Long.MIN_VALUE / 2;
        int lastTick = -1;
        long micros = 0;
        for (int row = 0; row < notes.count; row++) {
            if (notes.onTick[row] != lastTick) {
                lastTick = notes.onTick[row];
                micros = microsAt.applyAsLong(lastTick);
            }
            if (micros - openMicros > TOGETHER_MICROS) {
                if (onsets.count == ONSETS_MAX) {
                    break;
                }
                openMicros = micros;
                onsets.seconds[onsets.count++] = micros / 1e6f;
            }
            float loudness = notes.velocity[row] / 100f;
            onsets.weight[onsets.count - 1] += loudness;
            if (notes.pitch[row] <= lowPitch) {
                onsets.lowWeight[onsets.count - 1] += loudness;
            }
        }
        onsets.dampen();
        return onsets;
    }

    /** A chord of four does not count four times. */
    private void dampen() {
        for (int onset = 0; onset < count; onset++) {
            weight[onset] = (float) Math.sqrt(weight[onset]);
            lowWeight[onset] = (float) Math.sqrt(lowWeight[onset]);
        }
    }

    /** The highest pitch that counts as low. */
    static int lowPitch(Columns notes) {
        int[] ofPitch = new int[128];
        for (int row = 0; row < notes.count; row++) {
            ofPitch[notes.pitch[row]]++;
        }
        int pitch = 0;
        while (pitch < 127 && ofPitch[pitch] == 0) {
            pitch++;
        }
        int below = ofPitch[pitch];
        while (pitch < 127 && below + ofPitch[pitch + 1] <= LOW_SHARE * notes.count) {
            below += ofPitch[++pitch];
        }
        return pitch;
    }

    /** The time between the first and the last onset. */
    float spanSeconds() {
        return count == 0 ? 0 : seconds[count - 1] - seconds[0];
    }
}
