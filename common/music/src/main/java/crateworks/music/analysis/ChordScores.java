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

    /** Rows added in one pass over the chords. */
    private static final int ROWS_AT_ONCE = 4;

    /** A chord this much worse than another adds nothing that a rounded probability shows. */
    private static final float NEGLIGIBLE = 14;

    private static final int SLOT_BITS = 9;

    private static final float[] NOTHING = new float[CHORDS];

    private final Chroma chroma;
    private final float[] common = BIAS.clone();

    // what sounds in and around one beat: rows of weights, and how much of each
    private final float[][] rows = new float[GROUPS * 12 + ROWS_AT_ONCE][];
    private final float[] amounts = new float[GROUPS * 12 + ROWS_AT_ONCE];
    private int count;

    // music repeats itself: beats that sound alike share their scores
    private final float[][] scoresOfSlot = new float[1 << SLOT_BITS][];
    private final int[] beatOfSlot = new int[1 << SLOT_BITS];

    ChordScores(Chroma chroma) {
        this.chroma = chroma;
        float[] all = shareOfAll(chroma);
        for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
            note(SHARE_OF_ALL, pitchClass, all[pitchClass]);
        }
        addNoted(common);
    }

    /** The scores of a beat, {@link #CHORDS} of them; not to be changed. */
    float[] of(int beat) {
        int slot = slot(beat);
        if (scoresOfSlot[slot] == null || !isAlike(beat, beatOfSlot[slot])) {
            scoresOfSlot[slot] = found(beat);
            beatOfSlot[slot] = beat;
        }
        return scoresOfSlot[slot];
    }

    private int slot(int beat) {
        int before = beat > 0 ? chroma.kind(beat - 1) : 0;
        int after = beat + 1 < chroma.beatCount ? chroma.kind(beat + 1) : 0;
        int hash = ((before * 31 + chroma.kind(beat)) * 31 + after) * Chroma.SPREAD;
        return hash >>> (32 - SLOT_BITS);
    }

    /** Whether the same sounds in, before and after two beats. */
    private boolean isAlike(int beat, int other) {
        boolean isInside = Math.min(beat, other) > 0;
        boolean hasAfter = Math.max(beat, other) + 1 < chroma.beatCount;
        return beat == other
                || (isInside
                        && hasAfter
                        && chroma.kind(beat) == chroma.kind(other)
                        && chroma.kind(beat - 1) == chroma.kind(other - 1)
                        && chroma.kind(beat + 1) == chroma.kind(other + 1));
    }

    private float[] found(int beat) {
        float[] sums = common.clone();
        for (int bits = chroma.shareBits(beat); bits != 0; bits &= bits - 1) {
            int pitchClass = Integer.numberOfTrailingZeros(bits);
            float share = chroma.shares[beat * 12 + pitchClass];
            note(SHARE, pitchClass, share);
            note(ROOT_OF_SHARE, pitchClass, (float) Math.sqrt(share));
            if (share > PRESENT_SHARE) {
                note(PRESENT, pitchClass, 1);
            }
        }
        note(BASS, chroma.bass, beat, chroma.bassBits(beat));
        if (beat > 0) {
            note(SHARE_BEFORE, chroma.shares, beat - 1, chroma.shareBits(beat - 1));
            note(BASS_BEFORE, chroma.bass, beat - 1, chroma.bassBits(beat - 1));
        }
        if (beat + 1 < chroma.beatCount) {
            note(SHARE_AFTER, chroma.shares, beat + 1, chroma.shareBits(beat + 1));
            note(BASS_AFTER, chroma.bass, beat + 1, chroma.bassBits(beat + 1));
        }
        addNoted(sums);
        return sums;
    }

    private void note(int group, float[] table, int beat, int pitchClasses) {
        for (int bits = pitchClasses; bits != 0; bits &= bits - 1) {
            int pitchClass = Integer.numberOfTrailingZeros(bits);
            note(group, pitchClass, table[beat * 12 + pitchClass]);
        }
    }

    private void note(int group, int pitchClass, float amount) {
        rows[count] = WEIGHTS[group * 12 + pitchClass];
        amounts[count] = amount;
        count++;
    }

    private void addNoted(float[] sums) {
        for (int spare = 0; spare < ROWS_AT_ONCE; spare++) {
            rows[count + spare] = NOTHING;
            amounts[count + spare] = 0;
        }
        for (int from = 0; from < count; from += ROWS_AT_ONCE) {
            addFour(sums, from);
        }
        count = 0;
    }

    // the same index into all arrays lets the compiler use vectors
    private void addFour(float[] sums, int from) {
        float[] first = rows[from];
        float[] second = rows[from + 1];
        float[] third = rows[from + 2];
        float[] fourth = rows[from + 3];
        float ofFirst = amounts[from];
        float ofSecond = amounts[from + 1];
        float ofThird = amounts[from + 2];
        float ofFourth = amounts[from + 3];
        for (int chord = 0; chord < CHORDS; chord++) {
            sums[chord] +=
                    ofFirst * first[chord]
                            + ofSecond * second[chord]
                            + ofThird * third[chord]
                            + ofFourth * fourth[chord];
        }
    }

    private static float[] shareOfAll(Chroma chroma) {
        float[] all = new float[12];
        int sounding = 0;
        for (int beat = 0; beat < chroma.beatCount; beat++) {
            if (chroma.isSilent(beat)) {
                continue;
            }
            sounding++;
            for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
                all[pitchClass] += chroma.shares[beat * 12 + pitchClass];
            }
        }
        for (int pitchClass = 0; pitchClass < 12 && sounding > 0; pitchClass++) {
            all[pitchClass] /= sounding;
        }
        return all;
    }

    /** How likely a chord is against all others, by the scores of a beat. */
    static double probability(float[] scores, int chord) {
        float best = scores[chord];
        for (float score : scores) {
            best = Math.max(best, score);
        }
        double sum = 0;
        for (float score : scores) {
            sum += best - score > NEGLIGIBLE ? 0 : Math.exp(score - best);
        }
        return Math.exp(scores[chord] - best) / sum;
    }
}
