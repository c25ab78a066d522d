package crateworks.music.analysis;

import java.util.List;

/** A chord: root, quality and the pitch class that sounds lowest. */
public record Chord(int root, Quality quality, int bass) {
    private static final List<String> NAMES =
            List.of("C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B");
    private static final List<String> DEGREES =
            List.of("1", "b2", "2", "b3", "3", "4", "b5", "5", "b6", "6", "b7", "7");

    public Chord {
        Checks.pitchClass(root);
        Checks.pitchClass(bass);
    }

    /** The label in Harte's form, with the bass as a degree above the root: {@code A:min7/b3}. */
    public String label() {
        String plain = NAMES.get(root) + ":" + quality.harte();
        return bass == root ? plain : plain + "/" + DEGREES.get(Math.floorMod(bass - root, 12));
    }
}
