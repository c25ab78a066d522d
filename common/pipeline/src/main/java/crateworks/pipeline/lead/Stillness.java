package crateworks.pipeline.lead;

import java.time.Duration;
import java.time.Instant;

/** For how long nothing has moved though something waits. */
public final class Stillness {
    private long read;
    private Instant since;

    public Stillness(Instant now) {
        since = now;
    }

    /**
     * Takes a look.
     *
     * @param waiting how many records wait for any stage
     * @param readBefore the sum of the places up to which the stages have read
     */
    public Duration look(long waiting, long readBefore, Instant now) {
        if (waiting == 0 || readBefore != read) {
            read = readBefore;
            since = now;
        }
        return Duration.between(since, now);
    }

    /** Takes a look that showed nothing, since whoever was asked did not answer. */
    public Duration look(Instant now) {
        return Duration.between(since, now);
    }
}
