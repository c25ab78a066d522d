package crateworks.music.analysis;

/**
 * How well each chord fits each beat: the logarithm of its odds against the others of the beat.
 *
 * <p>Linear in what sounds in the beat, before and after it, and in the whole file; the weights are
 * the same for all twelve roots. A chord is {@code family * 12 + root}.
 */
final class ChordScores {
    static final int FAMILIES = 6;
    static final int MAJ = 0;
    static final int MIN = 1;
    static final int DIM = 2;
    static final int SUS4 = 3;
    static final int SUS2 = 4;
    static final int CHORDS = FAMILIES * 12;

    /** A pitch class with less of a beat than this is taken for a passing note. */
    private static final float PRESENT_SHARE = 0.08f;

    private static final int SHARE = 0;
    private static final int ROOT_OF_SHARE = 1;
    private static final int BASS = 2;
    private static final int SHARE_BEFORE = 3;
    private static final int SHARE_AFTER = 4;
    private static final int SHARE_OF_ALL = 5;
    private static final int BASS_BEFORE = 6;
    private static final int BASS_AFTER = 7;
    private static final int PRESENT = 8;
    private static final int GROUPS = 9;

    // [group * 12 + pitch class][chord], so that one note adds a row of 72 neighbours
    private static final float[][] WEIGHTS = new float[GROUPS * 12][CHORDS];
    private static final float[] BIAS = new float[CHORDS];

    static {
        Weights learnt = Weights.read("chord-weights.txt", GROUPS * FAMILIES + 1, 12);
        for (int chord = 0; chord < CHORDS; chord++) {
            int root = chord % 12;
            BIAS[chord] = learnt.at(GROUPS * FAMILIES, chord / 12);
            for (int group = 0; group < GROUPS; group++) {
                for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
                    WEIGHTS[group * 12 + pitchClass][chord] =
                            learnt.at(group * FAMILIES + chord / 12, (pitchClass - root + 12) % 12);
                }
            }
        }
    }

    private ChordScores() {}

    /** One row of {@link #CHORDS} a beat. */
    static float[] of(Chroma chroma) {
        float[] scores = new float[chroma.beatCount * CHORDS];
        float[] common = BIAS.clone();
        // a row of its own: the same index into both arrays lets the compiler use vectors
        float[] sums = new float[CHORDS];
        float[] all = shareOfAll(chroma);
        for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
            addRow(common, SHARE_OF_ALL, pitchClass, all[pitchClass]);
        }
        for (int beat = 0; beat < chroma.beatCount; beat++) {
            int to = beat * CHORDS;
            System.arraycopy(common, 0, sums, 0, CHORDS);
            addBeat(sums, chroma, beat);
            System.arraycopy(sums, 0, scores, to, CHORDS);
        }
        return scores;
    }

    private static void addBeat(float[] sums, Chroma chroma, int beat) {
        boolean hasBefore = beat > 0;
        boolean hasAfter = beat + 1 < chroma.beatCount;
        for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
            int at = beat * 12 + pitchClass;
            float share = chroma.shares[at];
            if (share > 0) {
                addRow(sums, SHARE, pitchClass, share);
                addRow(sums, ROOT_OF_SHARE, pitchClass, (float) Math.sqrt(share));
            }
            if (share > PRESENT_SHARE) {
                addRow(sums, PRESENT, pitchClass, 1);
            }
            addRow(sums, BASS, pitchClass, chroma.bass[at]);
            if (hasBefore) {
                addRow(sums, SHARE_BEFORE, pitchClass, chroma.shares[at - 12]);
                addRow(sums, BASS_BEFORE, pitchClass, chroma.bass[at - 12]);
            }
            if (hasAfter) {
                addRow(sums, SHARE_AFTER, pitchClass, chroma.shares[at + 12]);
                addRow(sums, BASS_AFTER, pitchClass, chroma.bass[at + 12]);
            }
        }
    }

    private static void addRow(float[] sums, int group, int pitchClass, float amount) {
        if (amount == 0) {
            return;
        }
        float[] row = WEIGHTS[group * 12 + pitchClass];
        for (int chord = 0; chord < CHORDS; chord++) {
            sums[chord] += amount * row[chord];
        }
    }

    private static float[] shareOfAll(Chroma chroma) {
        float[] all = new float[12];
        int sounding = 0;
        for (int beat = 0; beat < chroma.beatCount; beat++) {
            sounding += chroma.isSilent(beat) ? 0 : 1;
            for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
                all[pitchClass] += chroma.shares[beat * 12 + pitchClass];
            }
        }
        for (int pitchClass = 0; pitchClass < 12 && sounding > 0; pitchClass++) {
            all[pitchClass] /= sounding;
        }
        return all;
    }

    /** How likely a chord is in a beat, against all others. */
    static double probability(float[] scores, int beat, int chord) {
        int from = beat * CHORDS;
        double sum = 0;
        for (int other = 0; other < CHORDS; other++) {
            sum += Math.exp(scores[from + other] - scores[from + chord]);
        }
        return 1 / sum;
    }
}
