package crateworks.export.mpc;

import java.util.List;

/**
 * A program as a file states it, right or wrong.
 *
 * @param type such as {@code Drum}
 * @param instruments the numbers of its instruments, in the order of the file
 * @param padNotes the notes of its pads, in the order of the file
 * @param samples the layers that have a sample
 */
public record ProgramFile(
        String name,
        String type,
        List<Integer> instruments,
        List<Integer> padNotes,
        List<Sample> samples) {
    public ProgramFile {
        instruments = List.copyOf(instruments);
        padNotes = List.copyOf(padNotes);
        samples = List.copyOf(samples);
    }

    /** A layer: the name of its sample without extension, its file, and its last frame. */
    public record Sample(String name, String file, long sliceEnd) {}
}
