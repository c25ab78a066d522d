package crateworks.web.file;

import crateworks.music.category.Appraisal;
import crateworks.music.midi.MidiFile;
import crateworks.pipeline.message.Piece;

/** The way in which analysis looks at a file. */
@FunctionalInterface
public interface Appraising {
    /** What {@code music}, which is the content of {@code piece}, is and where it belongs. */
    Appraisal of(Piece piece, MidiFile music);
}
