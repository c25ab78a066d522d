package crateworks.music.analysis;

import java.util.List;
import java.util.stream.IntStream;

/** What kind of chord stands on a root: its intervals in semitones and its name in Harte's form. */
public enum Quality {
    MAJ("maj", 0, 4, 7),
    MIN("min", 0, 3, 7),
    DIM("dim", 0, 3, 6),
    AUG("aug", 0, 4, 8),
    SUS2("sus2", 0, 2, 7),
    SUS4("sus4", 0, 5, 7),
    MAJ6("maj6", 0, 4, 7, 9),
    MIN6("min6", 0, 3, 7, 9),
    SEVENTH("7", 0, 4, 7, 10),
    MAJ7("maj7", 0, 4, 7, 11),
    MIN7("min7", 0, 3, 7, 10),
    MINMAJ7("minmaj7", 0, 3, 7, 11),
    DIM7("dim7", 0, 3, 6, 9),
    HDIM7("hdim7", 0, 3, 6, 10),
    NINTH("9", 0, 2, 4, 7, 10),
    MAJ9("maj9", 0, 2, 4, 7, 11),
    MIN9("min9", 0, 2, 3, 7, 10);

    private final String harte;
    private final int mask;

    Quality(String harte, int... intervals) {
        this.harte = harte;
        int bits = 0;
        for (int interval : intervals) {
            bits |= 1 << interval;
        }
        this.mask = bits;
    }

    /** The name as Harte's chord syntax writes it. */
    public String harte() {
        return harte;
    }

    /** Semitones above the root, ascending from 0. */
    public List<Integer> intervals() {
        return IntStream.range(0, 12).filter(step -> (mask >> step & 1) != 0).boxed().toList();
    }

    /** How many pitch classes the chord has. */
    int size() {
        return Integer.bitCount(mask);
    }

    /** The intervals as bits, bit 0 is the root. */
    int mask() {
        return mask;
    }

    /** Whether the third is minor. */
    public boolean isMinor() {
        return (mask & 1 << 3) != 0;
    }
}
