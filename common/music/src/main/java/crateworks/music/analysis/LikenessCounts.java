package crateworks.music.analysis;

/** How often each of the 64 bits is set in the hashes that were added, eight bits at a time. */
final class LikenessCounts {
    private static final long LANES = 0x0101010101010101L;
    private static final int LANE_MAX = 255;

    /** Lane {@code n} of word {@code bit} counts bit {@code 8 * n + bit}. */
    private final long[] words = new long[8];

    private final int[] sums = new int[64];
    private int inLanes;
    private int added;

    void add(long hash) {
        for (int bit = 0; bit < 8; bit++) {
            words[bit] += (hash >>> bit) & LANES;
        }
        added++;
        inLanes++;
        if (inLanes == LANE_MAX) {
            empty();
        }
    }

    private void empty() {
        for (int bit = 0; bit < 8; bit++) {
            for (int lane = 0; lane < 8; lane++) {
                sums[8 * lane + bit] += (int) ((words[bit] >>> (8 * lane)) & LANE_MAX);
            }
            words[bit] = 0;
        }
        inLanes = 0;
    }

    /** Each bit that is set in more than half of the hashes. */
    long bits() {
        empty();
        long bits = 0;
        for (int bit = 0; bit < 64; bit++) {
            bits |= 2L * sums[bit] > added ? 1L << bit : 0;
        }
        return bits;
    }
}
