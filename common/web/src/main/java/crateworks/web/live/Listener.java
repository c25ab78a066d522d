package crateworks.web.live;

import crateworks.pipeline.port.Failures;
import crateworks.pipeline.port.Failures.Failed;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.session.SessionState;
import crateworks.web.http.EventSink;
import crateworks.web.live.Views.FailedView;
import crateworks.web.live.Views.ProgressView;
import crateworks.web.live.Views.StateChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** One caller who listens, and what it was told already. Used by one thread at a time. */
final class Listener {
    private static final int ERRORS_MAX = 1_000;
    private static final int ERRORS_AT_FIRST = 100;

    /** Rows have the time at which their transaction began, and may show up this much later. */
    private static final Duration LATE_MAX = Duration.ofSeconds(10);

    private final EventSink sink;
    private final OptionalLong session;
    private final Set<ErrorMark> told = new LinkedHashSet<>();
    private ErrorMark mark;
    private long follows;
    private Optional<String> state = Optional.empty();
    private long failed = -1;

    Listener(EventSink sink, OptionalLong session, ErrorMark mark) {
        this.sink = sink;
        this.session = session;
        this.mark = mark;
    }

    EventSink sink() {
        return sink;
    }

    /** The run that it asked for; empty for whichever is the newest. */
    OptionalLong session() {
        return session;
    }

    /** Tells what is new; of a run that does not go on its progress only when {@code all} is. */
    void tell(ProgressView moment, Failures failures, boolean all) throws Outage {
        long id = moment.session().id();
        if (follows != id) {
            boolean first = follows == 0;
            follows = id;
            state = Optional.empty();
            failed = -1;
            mark = first ? mark : ErrorMark.BEGINNING;
        }
        String now = moment.session().state();
        boolean changed = !state.equals(Optional.of(now));
        boolean active = RunWatch.isActive(SessionState.valueOf(now));
        if (changed) {
            sink.send("state_changed", new StateChanged(id, now, state, moment.at()));
        }
        if (changed || active || all) {
            sink.sendIfIdle("progress", moment);
        }
        errors(moment, failures);
        if (changed && !active) {
            sink.send("completed", moment);
        }
        state = Optional.of(now);
    }

    private void errors(ProgressView moment, Failures failures) throws Outage {
        if (moment.ledger().failed() == failed) {
            return;
        }
        boolean first = mark.isBeginning();
        Instant from = first ? Instant.EPOCH : mark.at().minus(LATE_MAX);
        List<Failed> since = failures.since(follows, from, first ? ERRORS_AT_FIRST : ERRORS_MAX);
        for (Failed each : since) {
            ErrorMark its = ErrorMark.of(each);
            if (told.add(its)) {
                mark = its.at().isBefore(mark.at()) ? mark : its;
                sink.send(mark.id(), "error", FailedView.of(each));
            }
        }
        told.removeIf(its -> its.at().isBefore(mark.at().minus(LATE_MAX)));
        failed = moment.ledger().failed();
    }
}
