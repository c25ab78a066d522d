package crateworks.music.midi;

import java.util.List;

/**
 * What came of reading a file: its music with what was repaired, or the reason why there is none.
 */
public sealed interface Reading {
    /** A file that plays; {@code repairs} is empty where it follows the specification. */
    record Legible(MidiFile file, List<Repair> repairs) implements Reading {
        public Legible {
            repairs = List.copyOf(repairs);
        }
    }

    /** A file that can never play; {@code offset} is where this showed, in bytes from the start. */
    record Illegible(int offset, Fault fault) implements Reading {}
}
