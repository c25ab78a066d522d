package crateworks.web.api;

import crateworks.pipeline.StageName;
import crateworks.web.http.Answer;
import crateworks.web.http.Routes;
import crateworks.web.live.EventStreams;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** How the parts are that everything depends on. */
public final class SystemCalls {
    /** One part: {@code broker}, {@code database}, {@code store} or {@code disk}. */
    public record Part(
            String part,
            boolean well,
            Optional<String> trouble,
            OptionalLong bytes,
            OptionalLong freeBytes,
            OptionalLong totalBytes) {
        public static Part of(String part, Optional<String> trouble) {
            return new Part(
                    part,
                    trouble.isEmpty(),
                    trouble,
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty());
        }
    }

    /**
     * What this server belongs to.
     *
     * @param mode {@code run}, {@code serve}, {@code page} or {@code service}
     * @param data the data directory of an embedded one
     */
    public record Home(String version, String mode, Optional<String> data) {}

    record Lag(String stage, long waiting) {}

    record SystemView(
            String version,
            String mode,
            Optional<String> data,
            List<Part> parts,
            List<Lag> lag,
            List<String> waitsFor,
            long heapBytes,
            long heapMaxBytes,
            int streams) {}

    private final Home home;
    private final Supplier<List<Part>> parts;
    private final Supplier<List<String>> waitsFor;
    private final StageCalls stages;
    private final EventStreams streams;

    public SystemCalls(
            Home home,
            Supplier<List<Part>> parts,
            Supplier<List<String>> waitsFor,
            StageCalls stages,
            EventStreams streams) {
        this.home = home;
        this.parts = parts;
        this.waitsFor = waitsFor;
        this.stages = stages;
        this.streams = streams;
    }

    public void addTo(Routes routes) {
        routes.get("/api/system", _ -> Answer.ok(view()));
    }

    private SystemView view() {
        Runtime runtime = Runtime.getRuntime();
        Map<StageName, Long> lag = stages.lag();
        return new SystemView(
                home.version(),
                home.mode(),
                home.data(),
                parts.get(),
                lag.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> new Lag(each.getKey().word(), each.getValue()))
                        .toList(),
                waitsFor.get(),
                runtime.totalMemory() - runtime.freeMemory(),
                runtime.maxMemory(),
                streams.count());
    }
}
