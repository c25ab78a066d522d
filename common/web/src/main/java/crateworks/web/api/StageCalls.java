package crateworks.web.api;

import crateworks.pipeline.StageName;
import crateworks.pipeline.port.Backlog;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.StageControl;
import crateworks.pipeline.port.StageControl.Wish;
import crateworks.web.http.Answer;
import crateworks.web.http.Call;
import crateworks.web.http.Problem;
import crateworks.web.http.Routes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** The stages: what their workers do, how much waits for them, and what people ask of them. */
public final class StageCalls {
    /** What a worker does: {@code working}, {@code idle}, {@code waiting} ... */
    public record Worker(String state, Optional<String> waitsFor) {}

    record StageView(
            String stage,
            boolean paused,
            OptionalInt concurrency,
            OptionalLong waiting,
            List<Worker> workers) {}

    record StagesView(boolean controllable, List<StageView> stages) {}

    private final List<StageName> stages;
    private final StageControl control;
    private final Optional<Backlog> backlog;
    private final Supplier<Map<StageName, List<Worker>>> workers;

    /**
     * @param stages those that run in this system
     * @param backlog where there is a broker
     * @param workers of this process
     */
    public StageCalls(
            List<StageName> stages,
            StageControl control,
            Optional<Backlog> backlog,
            Supplier<Map<StageName, List<Worker>>> workers) {
        this.stages = List.copyOf(stages);
        this.control = control;
        this.backlog = backlog;
        this.workers = workers;
    }

    public void addTo(Routes routes) {
        routes.get("/api/stages", _ -> Answer.ok(new StagesView(!stages.isEmpty(), views())))
                .post(
                        "/api/stages/{stage}/pause",
                        call -> {
                            StageName stage = stage(call);
                            control.pause(stage);
                            return Answer.ok(view(stage));
                        })
                .post(
                        "/api/stages/{stage}/resume",
                        call -> {
                            StageName stage = stage(call);
                            control.resume(stage);
                            return Answer.ok(view(stage));
                        })
                .post("/api/stages/{stage}/concurrency", this::concurrency);
    }

    private Answer concurrency(Call call) throws IOException {
        StageName stage = stage(call);
        long count =
                Bodies.number(call.body(), "workers", 1, StageControl.WORKERS_MAX)
                        .orElseThrow(() -> Problem.badBody("workers is missing."));
        control.setWorkers(stage, OptionalInt.of((int) count));
        return Answer.ok(view(stage));
    }

    private StageName stage(Call call) {
        StageName stage =
                StageName.named(call.variable("stage"))
                        .orElseThrow(
                                () -> Problem.unknown("STAGE", "There is no stage of that name."));
        if (!stages.contains(stage)) {
            throw Problem.notHere("The stage " + stage.word() + " does not run here.");
        }
        return stage;
    }

    private StageView view(StageName stage) throws Outage {
        return views().stream()
                .filter(view -> view.stage().equals(stage.word()))
                .findFirst()
                .orElseThrow();
    }

    private List<StageView> views() throws Outage {
        Map<StageName, Wish> wishes = control.wishes();
        Map<StageName, List<Worker>> now = workers.get();
        Map<StageName, Long> waiting = lag();
        return stages.stream()
                .map(
                        stage -> {
                            Wish wish = wishes.getOrDefault(stage, Wish.NONE);
                            List<Worker> its = now.getOrDefault(stage, List.of());
                            Long lag = waiting.get(stage);
                            return new StageView(
                                    stage.word(),
                                    wish.paused(),
                                    wish.workers(),
                                    lag == null ? OptionalLong.empty() : OptionalLong.of(lag),
                                    its);
                        })
                .toList();
    }

    /** How much waits for each stage; empty while the broker does not tell. */
    Map<StageName, Long> lag() {
        if (backlog.isEmpty()) {
            return Map.of();
        }
        try {
            return backlog.get().waiting();
        } catch (Outage outage) {
            return Map.of();
        }
    }
}
