package crateworks.pipeline.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rejected and parked files, for people who look into them. */
public interface Failures {
    /** Which ones; empty parts ask for nothing. */
    record Kind(Optional<String> state, Optional<String> stage, Optional<String> code) {
        public static final Kind ANY =
                new Kind(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Where a page of them ended. */
    record Mark(String state, String stage, String code, long item) {}

    /** A file that failed. */
    record Failed(
            long item,
            long session,
            String state,
            String stage,
            String code,
            String detail,
            int attempts,
            String place,
            String nextAction,
            Instant at) {
        public Mark mark() {
            return new Mark(state, stage, code, item);
        }
    }

    /** Files that failed for the same reason. */
    record Reason(String state, String stage, String code, long files, String nextAction) {}

    /** By state, stage, reason and number, at most {@code max} behind {@code after}. */
    List<Failed> find(Kind kind, Optional<Mark> after, int max) throws Outage;

    /** Most files first. */
    List<Reason> reasons() throws Outage;

    /** Those of a run that failed at {@code from} or later, the latest {@code max}, in order. */
    List<Failed> since(long session, Instant from, int max) throws Outage;
}
