package crateworks.music.analysis;

/**
 * What the notes of a file say about its key: groups of twelve numbers, C first.
 *
 * <p>Each group but the last is a distribution over pitch classes or chord roots, so that a long
 * file weighs no more than a short one.
 */
final class KeyEvidence {
    static final int LENGTH = 0;
    private static final int ROOT_OF_LENGTH = 1;
    private static final int ONSETS = 2;
    private static final int BASS = 3;
    private static final int END = 4;
    private static final int LAST_BASS = 5;
    private static final int START = 6;
    private static final int FIRST_BASS = 7;
    private static final int PRESENT = 8;
    private static final int CHORDS = 9; // major roots, then minor roots; so the next three
    private static final int FIRST_CHORD = 11;
    private static final int LAST_CHORD = 13;
    private static final int FALLS = 15;
    static final int GROUPS = 17;

    /** A pitch class with less of the sounding time than this is foreign. */
    private static final double PRESENT_SHARE = 0.02;

    private final float[] values = new float[GROUPS * 12];
    private final boolean[] isEmpty = new boolean[GROUPS];

    private KeyEvidence() {}

    float at(int group, int pitchClass) {
        return values[group * 12 + pitchClass];
    }

    /** A group from a tonic on, times a row of weights. */
    double dot(int group, Weights weights, int row, int tonic) {
        return isEmpty[group] ? 0 : weights.dotTurned(row, values, group * 12, tonic);
    }

    /** {@code path} is the chord of each beat of the chroma. */
    static KeyEvidence of(Columns notes, BeatGrid grid, Chroma chroma, int[] path) {
        KeyEvidence evidence = new KeyEvidence();
        evidence.addNotes(notes, grid.beatTicks());
        evidence.addBass(chroma);
        evidence.addChords(path);
        for (int group = 0; group < CHORDS; group++) {
            evidence.normalize(group, 1);
        }
        for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
            float share = evidence.at(LENGTH, pitchClass);
            evidence.values[ROOT_OF_LENGTH * 12 + pitchClass] = (float) Math.sqrt(share);
            evidence.values[PRESENT * 12 + pitchClass] = share > PRESENT_SHARE ? 0.2f : 0;
        }
        for (int group = 0; group < GROUPS; group++) {
            boolean isEmpty = true;
            for (int at = group * 12; at < group * 12 + 12; at++) {
                isEmpty &= evidence.values[at] == 0;
            }
            evidence.isEmpty[group] = isEmpty;
        }
        return evidence;
    }

    private void addNotes(Columns notes, double beatTicks) {
        double longest = 4 * beatTicks;
        double startTick = notes.firstOnTick() + beatTicks;
        double endTick = notes.lastOffTick() - beatTicks / 2;
        for (int row = 0; row < notes.count; row++) {
            int pitchClass = notes.pitch[row] % 12;
            float length = (float) Math.min(longest, notes.offTick[row] - notes.onTick[row]);
            values[LENGTH * 12 + pitchClass] += length;
            values[ONSETS * 12 + pitchClass] += 1;
            if (notes.onTick[row] < startTick) {
                values[START * 12 + pitchClass] += length;
            }
            if (notes.offTick[row] >= endTick) {
                values[END * 12 + pitchClass] += length;
            }
        }
    }

    private void addBass(Chroma chroma) {
        for (int beat = 0; beat < chroma.beatCount; beat++) {
            for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
                values[BASS * 12 + pitchClass] += chroma.bass[beat * 12 + pitchClass];
            }
        }
        addStrongest(LAST_BASS, chroma, chroma.beatCount - 1, -1);
        addStrongest(FIRST_BASS, chroma, 0, 1);
    }

    private void addStrongest(int group, Chroma chroma, int fromBeat, int step) {
        int beat = fromBeat;
        while (beat >= 0 && beat < chroma.beatCount) {
            int most = 0;
            for (int pitchClass = 1; pitchClass < 12; pitchClass++) {
                boolean more = chroma.bass[beat * 12 + pitchClass] > chroma.bass[beat * 12 + most];
                most = more ? pitchClass : most;
            }
            if (chroma.bass[beat * 12 + most] > 0) {
                values[group * 12 + most] = 1;
                return;
            }
            beat += step;
        }
    }

    private void addChords(int[] path) {
        int before = ChordPath.SILENT;
        int sounding = 0;
        int last = ChordPath.SILENT;
        for (int chord : path) {
            if (chord == ChordPath.SILENT) {
                continue;
            }
            sounding++;
            boolean isTriad = chord < 24;
            if (isTriad) {
                values[CHORDS * 12 + chord] += 1;
                if (last == ChordPath.SILENT) {
                    values[FIRST_CHORD * 12 + chord] = 1;
                }
                last = chord;
            }
            boolean isFall = before < 12 && Math.floorMod(before - chord, 12) == 7;
            if (before >= 0 && isTriad && isFall) {
                values[FALLS * 12 + chord] += 1;
            }
            before = chord;
        }
        if (last != ChordPath.SILENT) {
            values[LAST_CHORD * 12 + last] = 1;
        }
        for (int at = 0; at < 24 && sounding > 0; at++) {
            values[CHORDS * 12 + at] /= sounding;
            float falls = values[FALLS * 12 + at] / Math.max(1, sounding / 8f);
            values[FALLS * 12 + at] = Math.min(1, falls);
        }
    }

    private void normalize(int group, float total) {
        float sum = 0;
        for (int at = group * 12; at < group * 12 + 12; at++) {
            sum += values[at];
        }
        for (int at = group * 12; at < group * 12 + 12 && sum > 0; at++) {
            values[at] *= total / sum;
        }
    }
}
