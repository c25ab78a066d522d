package crateworks.ingest.app;

import crateworks.adapters.host.Checkup;
import crateworks.adapters.host.Checkup.Question;
import crateworks.adapters.host.SearchUpkeep;
import crateworks.adapters.kafka.WorkerState;
import crateworks.adapters.postgres.Postgres;
import crateworks.adapters.postgres.PostgresDriveContents;
import crateworks.adapters.postgres.PostgresFailures;
import crateworks.adapters.postgres.PostgresFileHistory;
import crateworks.adapters.postgres.PostgresLibrarySearch;
import crateworks.adapters.postgres.PostgresLookup;
import crateworks.adapters.postgres.PostgresPace;
import crateworks.adapters.postgres.PostgresRuns;
import crateworks.adapters.postgres.PostgresSessions;
import crateworks.adapters.postgres.PostgresStageControl;
import crateworks.pipeline.StageName;
import crateworks.pipeline.port.Backlog;
import crateworks.pipeline.port.BlobStore;
import crateworks.pipeline.port.LiveFigures;
import crateworks.web.api.DriveCalls;
import crateworks.web.api.FileCalls;
import crateworks.web.api.ImportCalls;
import crateworks.web.api.RunCalls;
import crateworks.web.api.SearchCalls;
import crateworks.web.api.StageCalls;
import crateworks.web.api.StageCalls.Worker;
import crateworks.web.api.SystemCalls;
import crateworks.web.api.SystemCalls.Home;
import crateworks.web.api.SystemCalls.Part;
import crateworks.web.api.Uploads;
import crateworks.web.api.Verifying;
import crateworks.web.file.Appraising;
import crateworks.web.file.Contents;
import crateworks.web.http.Routes;
import crateworks.web.imports.Imports;
import crateworks.web.imports.Roots;
import crateworks.web.live.EventStreams;
import crateworks.web.live.RunPace;
import crateworks.web.live.RunWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The calls of the page, bound to the database and to what else a process has. */
public final class PageWiring implements AutoCloseable {
    public static final String VERSION = "0.1.0";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /**
     * What a process lends its page.
     *
     * @param stages that run in its system; none where the page only shows a library
     * @param waitsFor what its workers wait for at the moment
     * @param states of its workers
     * @param checks of the parts it depends on, by their names
     * @param disk a folder on the disk that fills up
     */
    public record Lent(
            Home home,
            Postgres postgres,
            BlobStore blobs,
            List<StageName> stages,
            LiveFigures figures,
            Optional<Backlog> backlog,
            Supplier<List<String>> waitsFor,
            Supplier<Map<StageName, List<WorkerState>>> states,
            Map<String, Question> checks,
            Path disk,
            Imports imports,
            Roots roots,
            Optional<Uploads> uploads,
            Optional<Verifying> verifying,
            Appraising appraising) {}

    private final Routes routes = new Routes();
    private final EventStreams streams;
    private final SearchUpkeep upkeep;

    private PageWiring(Lent lent) {
        var search = new PostgresLibrarySearch(lent.postgres());
        var failures = new PostgresFailures(lent.postgres());
        var sessions = new PostgresSessions(lent.postgres());
        var runs = new PostgresRuns(lent.postgres());
        var pace =
                new RunPace(
                        runs, sessions, new PostgresPace(lent.postgres()), InstantSource.system());
        var watch =
                new RunWatch(
                        sessions,
                        runs,
                        lent.figures(),
                        lent.imports(),
                        lent.waitsFor(),
                        InstantSource.system());
        this.streams = new EventStreams(watch, failures, pace);
        this.upkeep = new SearchUpkeep(search);
        var stages =
                new StageCalls(
                        lent.stages(),
                        new PostgresStageControl(lent.postgres()),
                        lent.backlog(),
                        () -> workers(lent.states().get()));
        var contents = new Contents(new PostgresLookup(lent.postgres()), lent.blobs());
        new ImportCalls(watch, streams, lent.imports(), lent.roots(), lent.uploads()).addTo(routes);
        new RunCalls(watch, failures, lent.imports(), pace).addTo(routes);
        stages.addTo(routes);
        new SearchCalls(upkeep.watching(search)).addTo(routes);
        new FileCalls(new PostgresFileHistory(lent.postgres()), contents, lent.appraising())
                .addTo(routes);
        new DriveCalls(new PostgresDriveContents(lent.postgres()), lent.verifying()).addTo(routes);
        new SystemCalls(lent.home(), () -> parts(lent), lent.waitsFor(), stages, streams)
                .addTo(routes);
    }

    public static PageWiring of(Lent lent) {
        return new PageWiring(lent);
    }

    public Routes routes() {
        return routes;
    }

    private static Map<StageName, List<Worker>> workers(Map<StageName, List<WorkerState>> states) {
        return states.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry ->
                                        entry.getValue().stream()
                                                .map(PageWiring::worker)
                                                .toList()));
    }

    private static Worker worker(WorkerState state) {
        return switch (state) {
            case WorkerState.Working() -> new Worker("working", Optional.empty());
            case WorkerState.Idle() -> new Worker("idle", Optional.empty());
            case WorkerState.Paused() -> new Worker("paused", Optional.empty());
            case WorkerState.Stopped() -> new Worker("stopped", Optional.empty());
            case WorkerState.Waiting(String what) -> new Worker("waiting", Optional.of(what));
        };
    }

    private static List<Part> parts(Lent lent) {
        var parts = new ArrayList<Part>();
        lent.checks()
                .forEach(
                        (name, check) ->
                                parts.add(Part.of(name, Checkup.trouble(check, PATIENCE))));
        parts.add(disk(lent.disk()));
        return parts;
    }

    private static Part disk(Path folder) {
        try {
            var store = Files.getFileStore(folder);
            return new Part(
                    "disk",
                    true,
                    Optional.empty(),
                    OptionalLong.empty(),
                    OptionalLong.of(store.getUsableSpace()),
                    OptionalLong.of(store.getTotalSpace()));
        } catch (IOException e) {
            return Part.of("disk", Optional.of("it cannot be looked at"));
        }
    }

    @Override
    public void close() {
        streams.close();
        upkeep.close();
    }
}
