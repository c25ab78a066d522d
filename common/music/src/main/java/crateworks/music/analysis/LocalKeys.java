package crateworks.music.analysis;

import java.util.Arrays;

/**
 * Which keys the passages of a file are in, by one profile: windows of a few beats, each half a
 * window after the last.
 *
 * <p>The profile is that of Albrecht and Shanahan 2013, the best single one on the labelled files.
 */
final class LocalKeys {
    /** Beats that are taken together; windows are whole numbers of blocks. */
    static final int BLOCK_BEATS = 4;

    /** How much surer a key is of a window whose correlation is higher by 1. */
    private static final float SHARPNESS = 10;

    /** A key that is this much less likely than the best, as a logarithm, is none. */
    private static final float NEGLIGIBLE = 8;

    // [pitch class][key], so that a pitch class adds a row of neighbours
    private static final float[][] EXPECTED = new float[12][KeyScores.KEYS];

    static {
        for (int key = 0; key < KeyScores.KEYS; key++) {
            double[] profile = KeyProfiles.standardized(KeyProfiles.ALBRECHT_SHANAHAN, key / 12);
            for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
                EXPECTED[pitchClass][key] =
                        (float) profile[Math.floorMod(pitchClass - key % 12, 12)];
            }
        }
    }

    private final float[] lengths;
    private final int blocks;
    private final float[] window = new float[12];
    private final float[] likely = new float[KeyScores.KEYS];

    private LocalKeys(float[] lengths, int blocks) {
        this.lengths = lengths;
        this.blocks = blocks;
    }

    /** Of what sounds in the beats of a file, or in its single line. */
    static LocalKeys of(Chroma chroma) {
        int blocks = (chroma.beatCount + BLOCK_BEATS - 1) / BLOCK_BEATS;
        float[] lengths = new float[blocks * 12];
        float[] table = chroma.sounding();
        for (int at = 0; at < table.length; at++) {
            int beat = at / 12;
            lengths[beat / BLOCK_BEATS * 12 + at - beat * 12] += table[at];
        }
        return new LocalKeys(lengths, blocks);
    }

    /** How many windows of some blocks there are. */
    int windows(int blocksEach) {
        int step = Math.max(1, blocksEach / 2);
        return Math.max(1, (blocks - 1) / step);
    }

    /**
     * How likely each key is in a window: 24 numbers that add up to 1, or to 0 where it is silent
     * or all pitch classes sound alike. The next call writes over them.
     */
    float[] likely(int blocksEach, int number) {
        if (compare(blocksEach, number)) {
            toProbabilities();
        }
        return likely;
    }

    /**
     * How well each key fits a window, as logarithms, the best 0; all 0 where it is silent. The
     * next call writes over them.
     */
    float[] fits(int blocksEach, int number) {
        compare(blocksEach, number);
        return likely;
    }

    /** Leaves zeros, and says so, where nothing sounds or all pitch classes sound alike. */
    private boolean compare(int blocksEach, int number) {
        int from = number * Math.max(1, blocksEach / 2);
        gather(from, Math.min(blocks, from + blocksEach));
        Arrays.fill(likely, 0);
        float squares = 0;
        for (float each : window) {
            squares += each * each;
        }
        if (squares < 1e-9f) {
            return false;
        }
        float scale = SHARPNESS / (float) Math.sqrt(squares);
        for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
            float length = window[pitchClass] * scale;
            float[] expected = EXPECTED[pitchClass];
            for (int key = 0; key < KeyScores.KEYS; key++) {
                likely[key] += length * expected[key];
            }
        }
        float most = likely[0];
        for (float each : likely) {
            most = Math.max(most, each);
        }
        for (int key = 0; key < KeyScores.KEYS; key++) {
            likely[key] -= most;
        }
        return true;
    }

    /** The sounding times of some blocks, moved so that their sum is 0. */
    private void gather(int fromBlock, int toBlock) {
        Arrays.fill(window, 0);
        float sum = 0;
        for (int block = fromBlock; block < toBlock; block++) {
            for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
                window[pitchClass] += lengths[block * 12 + pitchClass];
                sum += lengths[block * 12 + pitchClass];
            }
        }
        for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
            window[pitchClass] -= sum / 12;
        }
    }

    private void toProbabilities() {
        float sum = 0;
        for (int key = 0; key < KeyScores.KEYS; key++) {
            likely[key] = likely[key] < -NEGLIGIBLE ? 0 : (float) Math.exp(likely[key]);
            sum += likely[key];
        }
        for (int key = 0; key < KeyScores.KEYS; key++) {
            likely[key] /= sum;
        }
    }
}
