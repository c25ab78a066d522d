package crateworks.music.mpc;

import crateworks.music.analysis.Quality;
import java.util.ArrayList;
import java.util.List;

/** A chord with the pitch class that sounds lowest. */
record PlayedChord(int root, Quality quality, int bass) {
    /** The bass is the only note of its octave: C2 to B2. */
    private static final int BASS_LOWEST = 36;

    /**
     * The octave of all other notes. Where every pitch class has one place, voices move as little
     * as they can.
     */
    private static final int UPPER_LOWEST = 54;

    PlayedChord transposed(int semitones) {
        return new PlayedChord(
                Math.floorMod(root + semitones, 12), quality, Math.floorMod(bass + semitones, 12));
    }

    /** The notes, bass first and then ascending. */
    List<Integer> notes() {
        var notes = new ArrayList<Integer>();
        for (int interval : quality.intervals()) {
            int pitchClass = (root + interval) % 12;
            notes.add(UPPER_LOWEST + Math.floorMod(pitchClass - UPPER_LOWEST, 12));
        }
        notes.sort(null);
        notes.addFirst(BASS_LOWEST + bass);
        return notes;
    }

    /**
     * The same for chords that sound the same, whatever they are called: {@code F6} and {@code
     * Dm7/F}.
     */
    int sound() {
        int pitchClasses = 0;
        for (int interval : quality.intervals()) {
            pitchClasses |= 1 << (root + interval) % 12;
        }
        return bass << 12 | pitchClasses;
    }

    /** Whether a note of it is not in the scale, whose pitch classes are bits above its tonic C. */
    boolean leaves(int scale) {
        return quality.intervals().stream()
                .anyMatch(interval -> (scale >> ((root + interval) % 12) & 1) == 0);
    }

    /** The degree above a tonic C in roman numerals, small over a minor third. */
    String degree(boolean minorKey) {
        String numeral = (minorKey ? Degrees.MINOR : Degrees.MAJOR).get(root);
        String cased = quality.isMinor() ? numeral.replace('I', 'i').replace('V', 'v') : numeral;
        return switch (quality.harte()) {
            case "dim", "dim7", "hdim7" -> cased + "dim";
            case "aug" -> cased + "aug";
            default -> cased;
        };
    }

    private static final class Degrees {
        static final List<String> MAJOR =
                List.of(
                        "I", "bII", "II", "bIII", "III", "IV", "#IV", "V", "bVI", "VI", "bVII",
                        "VII");
        static final List<String> MINOR =
                List.of(
                        "I", "bII", "II", "III", "#III", "IV", "#IV", "V", "VI", "#VI", "VII",
                        "#VII");
    }
}
