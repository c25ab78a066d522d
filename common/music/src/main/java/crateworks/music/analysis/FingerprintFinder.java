package crateworks.music.analysis;

import java.util.Optional;

/**
 * Hashes what is heard at each onset: how far the lowest note is from the one before, what sounds
 * above it, and how much longer or shorter it was waited for than the onset before.
 *
 * <p>Drums, which have no key, are hashed by their instruments. One pass, no allocation in it.
 */
final class FingerprintFinder {
    /** Fewer onsets than this are no music of their own: a chord, a hit, a scale's beginning. */
    private static final int ONSETS_MIN = 4;

    /** Notes that begin within this part of the mean gap between notes are one onset. */
    private static final int TOGETHER_PART = 4;

    /**
     * Where one ratio of two gaps ends and the next begins: between 1, 4/3, 3/2, 2, 3, 4 and 6, as
     * logarithms to base 2, set beside the ratios of dotted notes rather than upon them.
     */
    private static final double[] RATIOS_TO = {
        1.157, 1.414, 1.705, 2.412, 3.411, 4.757,
    };

    private static final long TOKEN_FACTOR = 0x9E3779B97F4A7C15L;
    private static final long DRUM_SALT = 0xD1B54A32D192ED03L;

    private final LikenessCounts counts = new LikenessCounts();
    private long exact;
    private int onsets;

    // the stream that is being read: pitched notes, then drums
    private long earlierToken;
    private long lastToken;
    private int streamOnsets;
    private int lastBottom;
    private int lastTick;
    private int lastGap;

    // the onset that is being gathered, a bit a pitch
    private long low;
    private long high;

    private FingerprintFinder() {}

    /** Empty for music of too few onsets to be told from other music. */
    static Optional<Fingerprint> of(Columns pitched, Columns drums) {
        var finder = new FingerprintFinder();
        finder.read(pitched, false);
        finder.read(drums, true);
        return finder.onsets < ONSETS_MIN
                ? Optional.empty()
                : Optional.of(new Fingerprint(mixed(finder.exact), finder.counts.bits()));
    }

    private void read(Columns notes, boolean isDrums) {
        if (notes.isEmpty()) {
            return;
        }
        exact = mixed(exact + (isDrums ? DRUM_SALT : TOKEN_FACTOR));
        earlierToken = 0;
        lastToken = 0;
        streamOnsets = 0;
        lastBottom = 0;
        lastTick = 0;
        lastGap = 0;
        long span = (long) notes.onTick[notes.count - 1] - notes.onTick[0];
        long togetherTicks = span / notes.count / TOGETHER_PART;
        int onsetTick = notes.onTick[0];
        for (int row = 0; row < notes.count; row++) {
            if (notes.onTick[row] - (long) onsetTick > togetherTicks) {
                close(onsetTick, isDrums);
                onsetTick = notes.onTick[row];
            }
            add(isDrums ? DrumMap.key(notes.pitch[row]) : notes.pitch[row]);
        }
        close(onsetTick, isDrums);
    }

    private void add(int pitch) {
        if (pitch < 64) {
            low |= 1L << pitch;
        } else {
            high |= 1L << (pitch - 64);
        }
    }

    private void close(int tick, boolean isDrums) {
        int bottom = low != 0 ? Long.numberOfTrailingZeros(low) : lowestHigh();
        int step = streamOnsets == 0 ? 0 : bottom - lastBottom;
        long shape = isDrums ? mixed(low) ^ high : shapeAbove(bottom);
        int gap = tick - lastTick;
        int ratio = streamOnsets < 2 ? 0 : ratio(gap, lastGap);
        long token = mixed(shape + (isDrums ? DRUM_SALT : step * 64L) + ratio * TOKEN_FACTOR);

        exact = exact * TOKEN_FACTOR + token;
        if (streamOnsets >= 2) {
            counts.add(mixed(token + 3 * lastToken + 7 * earlierToken));
        }
        earlierToken = lastToken;
        lastToken = token;
        lastBottom = bottom;
        lastTick = tick;
        lastGap = gap;
        low = 0;
        high = 0;
        streamOnsets++;
        onsets++;
    }

    private int lowestHigh() {
        return 64 + Long.numberOfTrailingZeros(high);
    }

    /** The pitches of the onset as distances from the lowest. */
    private long shapeAbove(int bottom) {
        long near = bottom < 64 ? shifted(low, high, bottom) : high >>> (bottom - 64);
        long far = bottom < 64 ? high >>> bottom : 0;
        return mixed(near) ^ far;
    }

    private static long shifted(long low, long high, int by) {
        return by == 0 ? low : (low >>> by) | (high << (64 - by));
    }

    /** Which of the ratios common in music two gaps have: 0 for equal, negative for shorter. */
    private static int ratio(int gap, int before) {
        double ratio = gap >= before ? (double) gap / before : (double) before / gap;
        int number = 0;
        while (number < RATIOS_TO.length && ratio >= RATIOS_TO[number]) {
            number++;
        }
        return gap >= before ? number : -number;
    }

    /** Spreads a number over all 64 bits (the finaliser of SplitMix64, Steele 2014). */
    static long mixed(long number) {
        long half = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        long whole = (half ^ (half >>> 27)) * 0x94D049BB133111EBL;
        return whole ^ (whole >>> 31);
    }
}
