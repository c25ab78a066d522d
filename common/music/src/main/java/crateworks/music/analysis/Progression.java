package crateworks.music.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a sequence of chords is called, independent of its key and in it. */
final class Progression {
    private static final List<String> MAJOR_DEGREES =
            List.of("I", "bII", "II", "bIII", "III", "IV", "#IV", "V", "bVI", "VI", "bVII", "VII");
    private static final List<String> MINOR_DEGREES =
            List.of("I", "bII", "II", "III", "#III", "IV", "#IV", "V", "VI", "#VI", "VII", "#VII");

    /** The share of chords that must come again for a progression to count as going round. */
    private static final double ROUND_SHARE = 0.85;

    private static final int TRIAD_SIZE = 3;

    private Progression() {}

    /**
     * The chords of one round, or the first {@link Harmony#PROGRESSION_MAX} where none goes round.
     */
    static List<Chord> round(List<Chord> chords) {
        int[] triads = new int[chords.size()];
        for (int place = 0; place < triads.length; place++) {
            Chord chord = chords.get(place);
            triads[place] = family(chord.quality()).mask() * 12 + chord.root();
        }
        int most = Math.min(Harmony.PROGRESSION_MAX, triads.length / 2);
        for (int length = 1; length <= most; length++) {
            int same = 0;
            for (int place = length; place < triads.length; place++) {
                same += triads[place] == triads[place - length] ? 1 : 0;
            }
            if (same >= ROUND_SHARE * (triads.length - length)) {
                return chords.subList(0, length);
            }
        }
        return chords.subList(0, Math.min(Harmony.PROGRESSION_MAX, triads.length));
    }

    /** The first quality, then each step up in semitones with the quality it leads to. */
    static String signature(List<Chord> round) {
        StringBuilder signature = new StringBuilder();
        for (int place = 0; place < round.size(); place++) {
            Chord chord = round.get(place);
            if (place > 0) {
                int step = Math.floorMod(chord.root() - round.get(place - 1).root(), 12);
                signature.append(" +").append(step).append(' ');
            }
            signature.append(family(chord.quality()).harte());
        }
        return signature.toString();
    }

    static List<String> romans(List<Chord> round, Tonality key) {
        List<String> romans = new ArrayList<>(round.size());
        for (Chord chord : round) {
            romans.add(roman(chord, key));
        }
        return romans;
    }

    /**
     * The degree in the key, in small letters over a minor third, with what is added to the triad.
     */
    static String roman(Chord chord, Tonality key) {
        int degree = Math.floorMod(chord.root() - key.tonic(), 12);
        String name = (key.mode() == Mode.MINOR ? MINOR_DEGREES : MAJOR_DEGREES).get(degree);
        String cased = chord.quality().isMinor() ? name.replace('I', 'i').replace('V', 'v') : name;
        return cased + suffix(chord.quality());
    }

    private static String suffix(Quality quality) {
        return switch (quality) {
            case MAJ, MIN -> "";
            case DIM -> "°";
            case AUG -> "+";
            case SUS2 -> "sus2";
            case SUS4 -> "sus4";
            case MAJ6, MIN6 -> "6";
            case SEVENTH, MIN7 -> "7";
            case MAJ7, MINMAJ7 -> "maj7";
            case DIM7 -> "°7";
            case HDIM7 -> "ø7";
            case NINTH, MIN9 -> "9";
            case MAJ9 -> "maj9";
        };
    }

    /** The triad that a quality extends. */
    static Quality family(Quality quality) {
        return switch (quality) {
            case MAJ, MAJ6, SEVENTH, MAJ7, NINTH, MAJ9 -> Quality.MAJ;
            case MIN, MIN6, MIN7, MINMAJ7, MIN9 -> Quality.MIN;
            case DIM, DIM7, HDIM7 -> Quality.DIM;
            case AUG -> Quality.AUG;
            case SUS2 -> Quality.SUS2;
            case SUS4 -> Quality.SUS4;
        };
    }

    /**
     * From 0, one triad throughout, to 1: half extensions, a third each variety and rate of change.
     */
    static double complexity(List<Chord> chords, int beats) {
        if (chords.isEmpty()) {
            return 0;
        }
        double extended = 0;
        int[] variants = new int[chords.size()];
        int place = 0;
        for (Chord chord : chords) {
            extended += Math.min(1, (chord.quality().size() - TRIAD_SIZE) * 0.7);
            variants[place++] = chord.quality().mask() * 12 + chord.root();
        }
        double variety = Math.min(1, (distinct(variants) - 1) / 12.0);
        double rate = Math.min(1, 2.0 * (chords.size() - 1) / Math.max(1, beats));
        return Checks.rounded(0.5 * extended / chords.size() + 0.35 * variety + 0.15 * rate);
    }

    private static int distinct(int[] values) {
        Arrays.sort(values);
        int distinct = values.length == 0 ? 0 : 1;
        for (int place = 1; place < values.length; place++) {
            distinct += values[place] != values[place - 1] ? 1 : 0;
        }
        return distinct;
    }
}
