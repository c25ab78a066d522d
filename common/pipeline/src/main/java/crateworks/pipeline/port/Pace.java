package crateworks.pipeline.port;

import java.time.Instant;
import java.util.List;

/** How quickly runs went, as it was seen every few seconds while they did. */
public interface Pace {
    /**
     * A moment of a run.
     *
     * @param passed files and parts that had come to their end or through analysis, and those that
     *     were written to the drive once more
     */
    record Mark(Instant at, long passed) {}

    /** Keeps a mark of a run; a second one of the same second changes nothing. */
    void mark(long session, Mark mark) throws Outage;

    /** The marks of a run, the earliest first; a run of twelve hours has some 8,600. */
    List<Mark> of(long session) throws Outage;
}
