package crateworks.pipeline.port;

import java.util.List;
import java.util.function.Consumer;

/** The places of files on a drive, where these shall have the names that the library gives them. */
public interface DriveMoves {
    /** A file on a drive: where it lies, its BLAKE3, and its name in the library. */
    record Named(long file, String path, String hash, String name) {}

    /** A file that goes, or is on its way, from one place to another. */
    record Move(long file, String from, String to) {}

    /** Every file that was written to {@code drive}, by path. */
    void eachNamed(String drive, Consumer<Named> sink) throws Outage;

    /** Records that these files go to their new places; from now on these are theirs. */
    void intend(String drive, List<Move> moves) throws Outage;

    /** What was intended and is not recorded as done. */
    List<Move> underWay(String drive) throws Outage;

    /** Records that these files lie where they were meant to. */
    void done(String drive, List<Move> moves) throws Outage;
}
