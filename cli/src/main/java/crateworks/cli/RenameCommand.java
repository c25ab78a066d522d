package crateworks.cli;

import crateworks.adapters.postgres.PostgresDriveMoves;
import crateworks.adapters.postgres.PostgresRenaming;
import crateworks.export.DriveNames;
import crateworks.export.Renamer;
import crateworks.export.drive.DriveMover;
import crateworks.music.drive.DriveLayout;
import crateworks.music.naming.NameTemplate;
import crateworks.music.naming.TargetProfile;
import crateworks.pipeline.port.Outage;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** New names for what is in the library already, and on a drive. */
@Command(
        name = "rename",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Name files of the library after what they are. Names change in the catalog and, with"
                        + " --drive, on a drive; never at the source. --preview shows them first;"
                        + " --undo takes a run back.")
final class RenameCommand implements Callable<Integer> {
    @Option(
            names = "--template",
            paramLabel = "TEMPLATE",
            description =
                    "How names are made (default: {bpm}bpm_{key}_{tags}); placeholders: {bpm} {key}"
                            + " {camelot} {tags} {category} {name} {meter} {bars} {track}.")
    @Nullable String template;

    @Option(
            names = "--where",
            paramLabel = "CONDITION",
            description = "Name only files of which this is true, such as \"category = Bass\".")
    @Nullable String where;

    @Option(names = "--letters-only", description = "Write F#min as Fsmin.")
    boolean lettersOnly;

    @Option(names = "--preview", description = "Show old and new names, and change nothing.")
    boolean preview;

    @Option(
            names = "--undo",
            paramLabel = "RUN",
            description = "Give the files of a rename run the names back that they had before.")
    @Nullable Long undo;

    @Option(
            names = "--drive",
            paramLabel = "DRIVE",
            description = "Then give the files on this drive the names of the library.")
    @Nullable Path drive;

    @Mixin DataOption data = new DataOption();

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Outage, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        NameTemplate names = template();
        Optional<String> condition =
                Optional.ofNullable(where).map(each -> SelectionOptions.checked("--where", each));
        try (Library library = Library.open(data.directory())) {
            var renaming = new PostgresRenaming(library.postgres());
            var profile = lettersOnly ? TargetProfile.LETTERS_ONLY : TargetProfile.KEEP_SHARPS;
            var renamer = new Renamer(renaming, names, profile);
            if (undo != null) {
                undo(renaming, undo, out);
            } else if (preview) {
                preview(renamer, condition, out);
            } else {
                rename(renamer, condition, out);
            }
            if (drive != null) {
                onDrive(library, Folders.drive(drive), out);
            }
        }
        out.flush();
        return ExitCode.FINE;
    }

    private NameTemplate template() {
        try {
            return template == null ? NameTemplate.STANDARD : NameTemplate.of(template);
        } catch (IllegalArgumentException e) {
            throw new Usage(ExitCode.USAGE, "--template: " + e.getMessage());
        }
    }

    private static void preview(Renamer renamer, Optional<String> condition, PrintWriter out)
            throws Outage {
        var count = new AtomicLong();
        renamer.preview(
                condition,
                change -> {
                    count.incrementAndGet();
                    out.printf(
                            "%-52s  %s%n",
                            Terminal.printable(change.before()),
                            Terminal.printable(change.after()));
                });
        out.println(Wording.count(count.get(), "name") + " would change; nothing was changed.");
    }

    private static void rename(Renamer renamer, Optional<String> condition, PrintWriter out)
            throws Outage {
        Optional<Renamer.Renamed> renamed = renamer.rename(condition);
        out.println(
                renamed.map(
                                each ->
                                        Wording.count(each.files(), "file")
                                                + " named anew. To take it back: crateworks rename"
                                                + " --undo "
                                                + each.run())
                        .orElse("Every file has its name already."));
    }

    private static void undo(PostgresRenaming renaming, long run, PrintWriter out) throws Outage {
        long undone =
                renaming.undo(run)
                        .orElseThrow(
                                () ->
                                        new Usage(
                                                ExitCode.USAGE,
                                                "There is no rename run "
                                                        + run
                                                        + " that is not undone already."));
        out.println(Wording.count(undone, "file") + " given the names of before.");
    }

    private void onDrive(Library library, Path root, PrintWriter out) throws Outage {
        var names =
                new DriveNames(
                        new PostgresDriveMoves(library.postgres()),
                        new DriveMover(),
                        DriveLayout.STANDARD);
        try (WrittenDrive written = WrittenDrive.open(library, root)) {
            if (preview) {
                names.preview(written.path())
                        .forEach(move -> out.println(move.from() + "\n  -> " + move.to()));
                return;
            }
            long moved = names.rename(written.root(), written.path());
            written.index();
            out.println(Wording.count(moved, "file") + " on the drive have new names.");
        }
    }
}
