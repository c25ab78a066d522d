package crateworks.ingest.archive;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.SeekableByteChannel;

/** The bytes of an archive before it is opened. */
sealed interface Packed {
    /** They can be read in any order. */
    record InFile(SeekableByteChannel channel) implements Packed {}

    /** They can be read once, forwards; closing it closes nothing. */
    record InStream(InputStream stream) implements Packed {
        static InStream of(byte[] head, InputStream rest) {
            var whole = new SequenceInputStream(new ByteArrayInputStream(head), rest);
            return new InStream(new Unclosed(whole));
        }
    }
}
