package crateworks.pipeline.port;

import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Progress;
import java.time.Duration;
import java.util.List;

/**
 * Told what is done, by those who do it and when it is done; whoever counts implements it. Calls
 * come from many threads and must return at once. What is done again is told again.
 */
public interface Measures {
    /** Counts nothing. */
    Measures NONE = new Measures() {};

    /**
     * A batch of a stage whose records are out.
     *
     * @param records how many the batch held
     * @param counts what became of their files
     * @param poison how many records could not be read
     */
    record Batch(int records, List<Progress> counts, int poison, Duration took) {
        public Batch {
            counts = List.copyOf(counts);
        }
    }

    default void published(StageName stage, Batch batch) {}

    /** A pack is in the store. */
    default void packWritten(long bytes) {}

    /** Files are on a drive, written now or found there. */
    default void driveWritten(int files, long bytes) {}
}
