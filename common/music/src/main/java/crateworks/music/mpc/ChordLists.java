package crateworks.music.mpc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes progressions of chords that analysis heard: in C, since the device transposes, one round of
 * them, repeated until 8 or 16 pads have a chord.
 */
public final class ChordLists {
    /** Fewer different chords are no progression. */
    private static final int DIFFERENT_LEAST = 4;

    private static final int PADS_MAX = 16;
    private static final int PADS_FEW = 8;
    private static final int OCTAVE = 2;
    private static final int DEGREES_NAMED = 4;

    /** Pitch classes above C as bits: major, and natural minor. */
    private static final int MAJOR_SCALE = 0b1010_1011_0101;

    private static final int MINOR_SCALE = 0b0101_1010_1101;

    /** More chords than one in four with a note beside the scale are chromatic. */
    private static final double LEAVING_MAX = 0.25;

    private ChordLists() {}

    /**
     * A progression that has no name yet.
     *
     * @param signature the same for the same chords in any key
     * @param degrees the first chords as roman numerals, {@code i VI III VII}
     */
    public record Unnamed(String signature, String degrees, ChordList list) {
        /** The same with a name such as {@code House-i VI III VII 01}. */
        public ChordList named(String name) {
            return new ChordList(
                    name, list.rootNote(), list.scale(), list.recordingOctave(), list.chords());
        }
    }

    /**
     * A progression of chords in the order in which they sound, labelled as analysis does; empty
     * where they are too few or not understood.
     *
     * @param tonic the pitch class of the key
     */
    public static Optional<Unnamed> of(List<String> labels, int tonic, boolean minorKey) {
        List<PlayedChord> heard = new ArrayList<>();
        for (String label : labels) {
            Optional<PlayedChord> chord = ChordSymbols.read(label).map(c -> c.transposed(-tonic));
            if (chord.isPresent()
                    && (heard.isEmpty() || heard.getLast().sound() != chord.get().sound())) {
                heard.add(chord.get());
            }
        }
        List<PlayedChord> round = round(heard);
        if (round.stream().mapToInt(PlayedChord::sound).distinct().count() < DIFFERENT_LEAST) {
            return Optional.empty();
        }
        int pads = round.size() <= PADS_FEW ? PADS_FEW : PADS_MAX;
        List<ChordList.Pad> chords =
                IntStream.range(0, pads)
                        .mapToObj(pad -> pad(pad, round.get(pad % round.size())))
                        .toList();
        String signature = round.stream().map(ChordSymbols::name).collect(Collectors.joining(" "));
        String degrees =
                round.stream()
                        .limit(DEGREES_NAMED)
                        .map(chord -> chord.degree(minorKey))
                        .collect(Collectors.joining(" "));
        return Optional.of(
                new Unnamed(
                        signature,
                        degrees,
                        new ChordList("", "C", scale(round, minorKey), OCTAVE, chords)));
    }

    /**
     * What two progressions have in common that sound the same, though a chord has another name in
     * one of them.
     *
     * @param signature of an {@link Unnamed}
     */
    public static String sound(String signature) {
        return Arrays.stream(signature.split(" "))
                .map(
                        name ->
                                ChordSymbols.named(name)
                                        .map(chord -> Integer.toHexString(chord.sound()))
                                        .orElse(name))
                .collect(Collectors.joining(" "));
    }

    private static ChordList.Pad pad(int place, PlayedChord chord) {
        return new ChordList.Pad(
                ChordSymbols.name(chord), place == 0 ? "Root" : "Normal", chord.notes());
    }

    private static String scale(List<PlayedChord> round, boolean minorKey) {
        int scale = minorKey ? MINOR_SCALE : MAJOR_SCALE;
        long leaving = round.stream().filter(chord -> chord.leaves(scale)).count();
        if (leaving > LEAVING_MAX * round.size()) {
            return ChordList.CHROMATIC;
        }
        return minorKey ? ChordList.NATURAL_MINOR : ChordList.MAJOR;
    }

    /** The shortest beginning that the rest repeats, else as much as there are pads. */
    private static List<PlayedChord> round(List<PlayedChord> heard) {
        int most = Math.min(PADS_MAX, heard.size() / 2);
        for (int length = DIFFERENT_LEAST; length <= most; length++) {
            if (repeats(heard, length)) {
                return heard.subList(0, length);
            }
        }
        return heard.subList(0, Math.min(PADS_MAX, heard.size()));
    }

    /** Whether the chords behind the first {@code length} begin as these do. */
    private static boolean repeats(List<PlayedChord> heard, int length) {
        int end = Math.min(heard.size(), 2 * length);
        for (int place = length; place < end; place++) {
            if (heard.get(place).root() != heard.get(place - length).root()
                    || heard.get(place).quality().isMinor()
                            != heard.get(place - length).quality().isMinor()) {
                return false;
            }
        }
        return true;
    }
}
