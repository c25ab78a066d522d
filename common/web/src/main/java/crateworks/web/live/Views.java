package crateworks.web.live;

import com.fasterxml.jackson.annotation.JsonProperty;
import crateworks.pipeline.port.Failures.Failed;
import crateworks.pipeline.session.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What runs look like from outside; {@code openapi.yaml} describes each of these. */
public final class Views {
    private Views() {}

    /** {@code Session}. */
    public record SessionView(
            long id,
            String state,
            Instant startedAt,
            Optional<Instant> endedAt,
            List<String> sources,
            List<String> stages,
            Optional<String> drive,
            boolean queued,
            boolean cancellable) {}

    /** {@code LedgerLine}: what the equation is about. */
    public record LineView(
            long discovered,
            long done,
            long duplicate,
            long rejected,
            long parked,
            long inFlight,
            boolean balances) {
        static LineView of(Ledger.Line line) {
            return new LineView(
                    line.discovered(),
                    line.done(),
                    line.duplicate(),
                    line.rejected(),
                    line.parked(),
                    line.inFlight(),
                    line.balances());
        }
    }

    /** {@code Ledger}. */
    public record LedgerView(
            LineView files,
            LineView parts,
            long unchanged,
            long junk,
            boolean balances,
            boolean atRest) {
        public static LedgerView of(Ledger ledger) {
            return new LedgerView(
                    LineView.of(ledger.files()),
                    LineView.of(ledger.children()),
                    ledger.unchanged(),
                    ledger.junk(),
                    ledger.balances(),
                    ledger.atRest());
        }

        long failed() {
            return files.rejected() + files.parked() + parts.rejected() + parts.parked();
        }
    }

    /** A stage in {@code Progress}. */
    public record StageView(
            String stage,
            long done,
            long expected,
            long out,
            long duplicate,
            long rejected,
            long parked,
            double filesPerSecond,
            double busySeconds) {}

    /** When a run may end. */
    public record Eta(double lowSeconds, double highSeconds, Optional<String> limitedBy) {}

    /** {@code Progress}. */
    public record ProgressView(
            SessionView session,
            Instant at,
            double elapsedSeconds,
            long found,
            double share,
            OptionalDouble filesPerSecond,
            Optional<Eta> eta,
            List<StageView> stages,
            LedgerView ledger,
            List<String> waitsFor) {}

    /** {@code StateChanged}. */
    public record StateChanged(long session, String state, Optional<String> before, Instant at) {}

    /** {@code FailedFile}. */
    public record FailedView(
            String item,
            long session,
            String state,
            String stage,
            String code,
            String detail,
            int attempts,
            String place,
            String nextAction,
            @JsonProperty("can_retry") boolean canRetry,
            Instant at) {
        public static FailedView of(Failed failed) {
            return new FailedView(
                    String.valueOf(failed.item()),
                    failed.session(),
                    failed.state(),
                    failed.stage(),
                    failed.code(),
                    failed.detail(),
                    failed.attempts(),
                    failed.place(),
                    failed.nextAction(),
                    Views.canRetry(failed.state(), failed.stage()),
                    failed.at());
        }
    }

    /** Whether a retry does anything: what could not be read while searching is searched again. */
    public static boolean canRetry(String state, String stage) {
        return state.equals("parked") && !stage.equals("discover");
    }
}
