package crateworks.cli;

import crateworks.music.naming.NameTemplate;
import crateworks.pipeline.StageName;
import crateworks.pipeline.lead.Route;
import crateworks.pipeline.session.Order;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the main job, and the order that they come to. */
final class RunOptions {
    static final List<String> DRIVE_FORMATS = List.of("mpc-one", "akai-force", "both");

    @Option(
            names = "--source",
            paramLabel = "DIR",
            description = "A folder to take in, with its archives; may be given several times.")
    List<Path> sources = new ArrayList<>();

    @Option(
            names = "--pipeline",
            description = "Run every stage; this is what happens anyway, written out for scripts.")
    boolean pipeline;

    @Option(
            names = "--export-to",
            paramLabel = "DRIVE",
            description = "The drive, or a folder, to write the library to.")
    @Nullable Path drive;

    @Option(
            names = "--export-format",
            paramLabel = "FORMAT",
            defaultValue = "both",
            description = "mpc-one, akai-force or both (default: ${DEFAULT-VALUE}).")
    String driveFormat = "both";

    @Option(
            names = "--enable-rename",
            description = "Name files after what they are, such as 128bpm_Cmaj_bass_loop.mid.")
    boolean enableRename;

    @Option(names = "--skip-rename", description = "Keep the files' own names; the default.")
    boolean skipRename;

    @Option(
            names = "--rename-template",
            paramLabel = "TEMPLATE",
            description = "How --enable-rename makes names (default: {bpm}bpm_{key}_{tags}).")
    @Nullable String template;

    @Option(
            names = "--workers",
            paramLabel = "N,N,N,N,N,N",
            description =
                    "Workers of ingest, sanitize, split, analyze, rename and export; sized after"
                            + " the processors unless given.")
    @Nullable String workers;

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
        if (sources.isEmpty()) {
            throw new Usage(
                    ExitCode.USAGE,
                    "Nothing to do: name a folder with --source DIR (crateworks --help shows all).");
        }
        if (enableRename && skipRename) {
            throw new Usage(
                    ExitCode.USAGE, "--enable-rename and --skip-rename exclude each other.");
        }
        if (limit != null && limit < 1) {
            throw new Usage(ExitCode.USAGE, "--limit takes a number of at least 1.");
        }
        if (!DRIVE_FORMATS.contains(driveFormat)) {
            throw new Usage(
                    ExitCode.USAGE,
                    "--export-format is one of " + String.join(", ", DRIVE_FORMATS) + ".");
        }
        List<StageName> asked = askedStages();
        return new Order(
                sources.stream().map(Folders::source).map(Path::toString).distinct().toList(),
                route(asked),
                Optional.ofNullable(drive).map(Folders::drive).map(Path::toString),
                driveFormat,
                renameTemplate(),
                limit == null ? OptionalLong.empty() : OptionalLong.of(limit),
                force ? Optional.of(asked.getFirst()) : Optional.empty());
    }

    /** Workers for each stage, in the order of the flow. */
    List<Integer> workers() {
        if (workers == null) {
            return Workers.sizedAfter(Runtime.getRuntime().availableProcessors());
        }
        return Workers.parse(workers);
    }

    private Optional<String> renameTemplate() {
        if (!enableRename) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    template == null
                            ? NameTemplate.STANDARD.toString()
                            : NameTemplate.of(template).toString());
        } catch (IllegalArgumentException e) {
            throw new Usage(ExitCode.USAGE, "--rename-template: " + e.getMessage());
        }
    }

    private List<StageName> askedStages() {
        if (stages == null) {
            return List.of(StageName.values());
        }
        return Arrays.stream(stages.split(",", -1))
                .map(RunOptions::stage)
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
            boolean possible =
                    switch (stage) {
                        case RENAME -> enableRename;
                        case EXPORT -> drive != null;
                        case INGEST, SANITIZE, SPLIT, ANALYZE -> true;
                    };
            if (wanted && possible) {
                route.add(stage);
            }
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

    private static StageName stage(String word) {
        try {
            return StageName.valueOf(word.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            String known =
                    Arrays.stream(StageName.values())
                            .map(StageName::word)
                            .collect(Collectors.joining(", "));
            throw new Usage(
                    ExitCode.USAGE,
                    "--stages: there is no " + word.strip() + ", only " + known + ".");
        }
    }
}
