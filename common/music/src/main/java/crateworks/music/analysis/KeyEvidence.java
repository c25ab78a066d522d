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
    private static final int LOCAL_KEYS = 17; // two for each length of window
    private static final int DOWNBEAT_CHORDS = 23;
    private static final int PHRASE_CHORDS = 25;
    private static final int LONG_PHRASE_CHORDS = 27;
    private static final int DOWNBEAT_BASS = 29;
    static final int GROUPS = 30;

    /** Windows of 8, 16 and 32 beats. */
    private static final int[] WINDOW_BLOCKS = {2, 4, 8};

    private static final int PHRASE_BARS = 4;

    /** A pitch class with less of the sounding time than this is foreign. */
    private static final double PRESENT_SHARE = 0.02;

    private final float[] values = new float[GROUPS * 12];

    private KeyEvidence() {}

    float at(int group, int pitchClass) {
        return values[group * 12 + pitchClass];
    }

    /** {@code path} is the chord of each beat of the chroma, empty for a single line. */
    static KeyEvidence of(
            Columns notes,
            BeatGrid grid,
            Chroma chroma,
            LocalKeys localKeys,
            int[] path,
            double beatsPerBar) {
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
        evidence.addLocalKeys(localKeys);
        evidence.addPhrases(chroma, path, Math.max(1, beatsPerBar));
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

    /** The share of the windows that are in each key. */
    private void addLocalKeys(LocalKeys keys) {
        for (int length = 0; length < WINDOW_BLOCKS.length; length++) {
            int windows = keys.windows(WINDOW_BLOCKS[length]);
            int from = (LOCAL_KEYS + 2 * length) * 12;
            for (int window = 0; window < windows; window++) {
                float[] likely = keys.likely(WINDOW_BLOCKS[length], window);
                for (int key = 0; key < KeyScores.KEYS; key++) {
                    values[from + key] += likely[key] / windows;
                }
            }
        }
    }

    /** Chords and basses where bars begin, and chords where every fourth and eighth bar does. */
    private void addPhrases(Chroma chroma, int[] path, double beatsPerBar) {
        double firstInBar = placeInBar(chroma.firstBeat, beatsPerBar);
        int firstBar = (int) Math.floor(chroma.firstBeat / beatsPerBar);
        int barOfPhrase = firstInBar < beatsPerBar / 2 ? firstBar : firstBar + 1;
        int downbeats = 0;
        int phrases = 0;
        int longPhrases = 0;
        for (int beat = 0; beat < chroma.beatCount; beat++) {
            double place = chroma.firstBeat + (double) beat;
            if (placeInBar(place, beatsPerBar) >= 1 - 1e-6) {
                continue;
            }
            for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
                values[DOWNBEAT_BASS * 12 + pitchClass] += chroma.bass[beat * 12 + pitchClass];
            }
            int chord = beat < path.length ? path[beat] : ChordPath.SILENT;
            if (chord == ChordPath.SILENT) {
                continue;
            }
            int bar = (int) Math.floor(place / beatsPerBar) - barOfPhrase;
            downbeats += count(DOWNBEAT_CHORDS, chord, true);
            phrases += count(PHRASE_CHORDS, chord, bar % PHRASE_BARS == 0);
            longPhrases += count(LONG_PHRASE_CHORDS, chord, bar % (2 * PHRASE_BARS) == 0);
        }
        normalize(DOWNBEAT_BASS, 1);
        divide(DOWNBEAT_CHORDS, downbeats);
        divide(PHRASE_CHORDS, phrases);
        divide(LONG_PHRASE_CHORDS, longPhrases);
    }

    private static double placeInBar(double beat, double beatsPerBar) {
        return beat - Math.floor(beat / beatsPerBar) * beatsPerBar;
    }

    private int count(int group, int chord, boolean isThere) {
        if (isThere && chord < 24) {
            values[group * 12 + chord]++;
        }
        return isThere ? 1 : 0;
    }

    private void divide(int group, int total) {
        for (int at = group * 12; at < group * 12 + 24 && total > 0; at++) {
            values[at] /= total;
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
