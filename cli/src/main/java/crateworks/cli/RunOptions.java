package crateworks.cli;

import crateworks.pipeline.StageName;
import crateworks.pipeline.lead.Route;
import crateworks.pipeline.message.Origin;
import crateworks.pipeline.session.Order;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the main job, and the order that they come to. */
final class RunOptions {
    @Option(
            names = "--source",
            paramLabel = "DIR",
            description =
                    "A folder to take in, with its archives; may be given several times. Without"
                            + " one, --export-to writes what is in the library already.")
    List<Path> sources = new ArrayList<>();

    @Option(
            names = "--pipeline",
            description = "Run every stage; this is what happens anyway, written out for scripts.")
    boolean pipeline;

    @Mixin FlowOptions flow = new FlowOptions();

    @Option(
            names = "--stages",
            paramLabel = "STAGE,...",
            description = "Run only these stages, such as ingest,sanitize,split,analyze.")
    @Nullable String stages;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Take in at most this many new files.")
    @Nullable Long limit;

    @Option(names = "--dry-run", description = "Say what would be taken in, and change nothing.")
    boolean dryRun;

    @Option(
            names = "--force",
            description =
                    "Do unchanged files again, from the first of --stages on (default: ingest).")
    boolean force;

    /** What the options ask for; a {@link Usage} says in one sentence what does not fit. */
    Order order() {
        if (sources.isEmpty() && flow.drive().isEmpty()) {
            throw new Usage(
                    ExitCode.USAGE,
                    "Nothing to do: name a folder with --source DIR (crateworks --help shows all).");
        }
        if (sources.isEmpty() && force) {
            throw new Usage(ExitCode.USAGE, "--force needs --source: it does folders again.");
        }
        flow.check();
        if (limit != null && limit < 1) {
            throw new Usage(ExitCode.USAGE, "--limit takes a number of at least 1.");
        }
        List<StageName> asked = askedStages();
        return new Order(
                sources.isEmpty()
                        ? List.of(Origin.LIBRARY)
                        : sources.stream()
                                .map(Folders::source)
                                .map(Path::toString)
                                .distinct()
                                .toList(),
                route(asked),
                flow.drive(),
                flow.driveFormat,
                flow.renameTemplate(),
                limit == null ? OptionalLong.empty() : OptionalLong.of(limit),
                force ? Optional.of(asked.getFirst()) : Optional.empty(),
                flow.wishes());
    }

    private List<StageName> askedStages() {
        if (stages == null) {
            return List.of(StageName.values());
        }
        return Arrays.stream(stages.split(",", -1))
                .map(word -> Stages.named(word, "--stages"))
                .sorted()
                .distinct()
                .toList();
    }

    /** The stages that run: with --force also those before the first one asked for. */
    private List<StageName> route(List<StageName> asked) {
        var route = new ArrayList<StageName>();
        for (StageName stage : StageName.values()) {
            boolean wanted =
                    asked.contains(stage) || (force && stage.compareTo(asked.getFirst()) < 0);
            if (wanted && flow.leadsThrough(stage)) {
                route.add(stage);
            }
        }
        if (flow.drive().isPresent() && !route.contains(StageName.EXPORT)) {
            throw new Usage(
                    ExitCode.USAGE, "--export-to needs export among --stages, or no --stages.");
        }
        try {
            return new Route(route).stages();
        } catch (IllegalArgumentException e) {
            throw new Usage(
                    ExitCode.USAGE,
                    "--stages has a gap: stages need all those before them (only rename can be"
                            + " left out; --force fills in what is before the first).");
        }
    }
}
