package crateworks.web.api;

import crateworks.pipeline.port.Failures;
import crateworks.pipeline.port.Failures.Failed;
import crateworks.pipeline.port.Failures.Kind;
import crateworks.pipeline.port.Failures.Mark;
import crateworks.pipeline.port.Failures.Reason;
import crateworks.pipeline.port.Pace;
import crateworks.pipeline.port.Requeue.Choice;
import crateworks.web.http.Answer;
import crateworks.web.http.Call;
import crateworks.web.http.Problem;
import crateworks.web.http.Routes;
import crateworks.web.imports.Imports;
import crateworks.web.live.RunPace;
import crateworks.web.live.RunWatch;
import crateworks.web.live.Views;
import crateworks.web.live.Views.FailedView;
import crateworks.web.live.Views.LedgerView;
import crateworks.web.live.Views.SessionView;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The runs, their ledgers, and what failed. */
public final class RunCalls {
    private static final int WORD_MAX = 100;

    record SessionsView(List<SessionView> sessions, Optional<String> next) {}

    record PaceView(List<Pace.Mark> marks) {}

    record FailedPage(List<FailedView> files, Optional<String> next) {}

    record ReasonView(
            String state,
            String stage,
            String code,
            long files,
            String nextAction,
            boolean canRetry) {
        static ReasonView of(Reason reason) {
            return new ReasonView(
                    reason.state(),
                    reason.stage(),
                    reason.code(),
                    reason.files(),
                    reason.nextAction(),
                    Views.canRetry(reason.state(), reason.stage()));
        }
    }

    private final RunWatch watch;
    private final Failures failures;
    private final Imports imports;
    private final RunPace pace;

    public RunCalls(RunWatch watch, Failures failures, Imports imports, RunPace pace) {
        this.watch = watch;
        this.failures = failures;
        this.imports = imports;
        this.pace = pace;
    }

    public void addTo(Routes routes) {
        routes.get("/api/sessions", this::sessions)
                .get("/api/sessions/{session}/ledger", this::ledger)
                .get("/api/sessions/{session}/pace", this::pace)
                .get("/api/ledger", _ -> Answer.ok(LedgerView.of(watch.sessions().total())))
                .get("/api/failed", this::failed)
                .get("/api/failed/reasons", _ -> Answer.ok(Map.of("reasons", reasons())))
                .post("/api/failed/retry", this::retry);
    }

    private Answer sessions(Call call) throws IOException {
        int limit = Pages.limit(call);
        List<SessionView> page = watch.newest(Pages.afterNumber(call), limit + 1);
        return Answer.ok(
                new SessionsView(
                        Pages.cut(page, limit),
                        Pages.next(page, limit, each -> String.valueOf(each.id()))));
    }

    private Answer ledger(Call call) throws IOException {
        long session = call.number("session", "SESSION");
        if (watch.session(session).isEmpty()) {
            throw unknown(session);
        }
        return Answer.ok(LedgerView.of(watch.sessions().ledger(session)));
    }

    private Answer pace(Call call) throws IOException {
        long session = call.number("session", "SESSION");
        return Answer.ok(new PaceView(pace.of(session).orElseThrow(() -> unknown(session))));
    }

    private static Problem unknown(long session) {
        return Problem.unknown("SESSION", "There is no session " + session + ".");
    }

    private Answer failed(Call call) throws IOException {
        int limit = Pages.limit(call);
        var kind =
                new Kind(
                        call.word("state", "rejected", "parked"),
                        call.text("stage", WORD_MAX),
                        call.text("code", WORD_MAX));
        List<Failed> page = failures.find(kind, Pages.after(call).map(RunCalls::mark), limit + 1);
        return Answer.ok(
                new FailedPage(
                        Pages.cut(page, limit).stream().map(FailedView::of).toList(),
                        Pages.next(page, limit, each -> text(each.mark()))));
    }

    private static String text(Mark mark) {
        return String.join(
                "~", mark.state(), mark.stage(), String.valueOf(mark.item()), mark.code());
    }

    private static Mark mark(String text) {
        String[] parts = text.split("~", 4);
        try {
            if (parts.length == 4) {
                return new Mark(parts[0], parts[1], parts[3], Long.parseLong(parts[2]));
            }
        } catch (NumberFormatException e) {
            throw Pages.badAfter();
        }
        throw Pages.badAfter();
    }

    private List<ReasonView> reasons() throws IOException {
        return failures.reasons().stream().map(ReasonView::of).toList();
    }

    private Answer retry(Call call) throws IOException {
        Choice choice = choice(call.body());
        Optional<String> why = imports.whyNot();
        if (why.isPresent()) {
            throw Problem.notHere(why.get());
        }
        return Answer.accepted(ImportCalls.StartedView.of(imports.retry(choice)));
    }

    private static Choice choice(JsonNode body) {
        boolean all = body.path("all").asBoolean(false);
        boolean item = body.has("item");
        boolean code = body.has("code");
        if ((all ? 1 : 0) + (item ? 1 : 0) + (code ? 1 : 0) != 1) {
            throw Problem.badBody("The body has one of item, code and all.");
        }
        if (all) {
            return new Choice.All();
        }
        if (code) {
            return new Choice.Reason(Bodies.text(body, "code"));
        }
        try {
            return new Choice.Item(Long.parseLong(Bodies.text(body, "item")));
        } catch (NumberFormatException e) {
            throw Problem.badBody("item is a number as a text.");
        }
    }
}
