package crateworks.cli;

import crateworks.infra.data.DataDirectory;
import crateworks.music.naming.NameTemplate;
import crateworks.pipeline.StageName;
import crateworks.pipeline.session.DriveWishes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every run, wherever its files come from: the drive, the names and the workers. */
final class FlowOptions {
    static final List<String> DRIVE_FORMATS = List.of("mpc-one", "akai-force", "both");

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

    @Mixin ShapeOptions shape = new ShapeOptions();

    @Option(
            names = "--new-drive",
            description =
                    "Write to the drive that is mounted now, though another was written there"
                            + " before.")
    boolean newDrive;

    @Mixin SelectionOptions selection = new SelectionOptions();

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
            names = "--tag-rules",
            paramLabel = "FILE",
            description =
                    "Rules for tags of your own, kept in the data directory for all later runs.")
    @Nullable Path tagRules;

    @Option(
            names = "--workers",
            paramLabel = "N,N,N,N,N,N",
            description =
                    "Workers of ingest, sanitize, split, analyze, rename and export; sized after"
                            + " the processors unless given.")
    @Nullable String workers;

    /** Refuses what does not fit together, with a {@link Usage}. */
    void check() {
        shape.check();
        if (enableRename && skipRename) {
            throw new Usage(
                    ExitCode.USAGE, "--enable-rename and --skip-rename exclude each other.");
        }
        if (!DRIVE_FORMATS.contains(driveFormat)) {
            throw new Usage(
                    ExitCode.USAGE,
                    "--export-format is one of " + String.join(", ", DRIVE_FORMATS) + ".");
        }
    }

    Optional<String> drive() {
        return Optional.ofNullable(drive).map(Folders::drive).map(Path::toString);
    }

    DriveWishes wishes() {
        return new DriveWishes(newDrive, selection.selection(), shape.shape());
    }

    /** Keeps the rules for tags that were given, if any, in {@code data}. */
    void installTagRules(DataDirectory data) {
        if (tagRules != null) {
            TagRules.install(tagRules, data);
        }
    }

    /** Whether files come through {@code stage} when nothing else is asked for. */
    boolean leadsThrough(StageName stage) {
        return switch (stage) {
            case RENAME -> enableRename;
            case EXPORT -> drive != null;
            case INGEST, SANITIZE, SPLIT, ANALYZE -> true;
        };
    }

    /** Workers for each stage, in the order of the flow. */
    List<Integer> workers() {
        if (workers == null) {
            return Workers.sizedAfter(Runtime.getRuntime().availableProcessors());
        }
        return Workers.parse(workers);
    }

    /** What new names are made after; empty when files keep theirs. */
    Optional<String> renameTemplate() {
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
}
