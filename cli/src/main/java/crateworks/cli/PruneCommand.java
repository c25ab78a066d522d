package crateworks.cli;

import crateworks.adapters.postgres.PostgresDriveExcess;
import crateworks.adapters.s3.PackStore;
import crateworks.export.drive.DrivePruning;
import crateworks.pipeline.port.DriveExcess.Lying;
import crateworks.pipeline.port.Outage;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes from a drive what a selection leaves out. */
@Command(
        name = "prune",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Delete from a drive what was written there and this selection leaves out, and what"
                        + " was made of it. Everything stays in the library; your own files and files"
                        + " that you changed stay on the drive. --preview shows it first.")
final class PruneCommand implements Callable<Integer> {
    @Option(names = "--drive", paramLabel = "DRIVE", required = true, description = "The drive.")
    @Nullable Path drive;

    @Option(names = "--preview", description = "Show what would be deleted, and delete nothing.")
    boolean preview;

    @Mixin SelectionOptions selection = new SelectionOptions();

    @Mixin DataOption data = new DataOption();

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Outage, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Path root = Folders.drive(drive == null ? Path.of("") : drive);
        try (Library library = Library.open(data.directory());
                WrittenDrive written = WrittenDrive.open(library, root)) {
            var excess = new PostgresDriveExcess(library.postgres());
            List<Lying> files = excess.of(written.path(), selection.selection());
            if (preview) {
                files.forEach(file -> out.println(Terminal.printable(file.path())));
                out.println(
                        Wording.count(files.size(), "file")
                                + " would be deleted; nothing was changed.");
            } else {
                var pruning = new DrivePruning(excess, content -> content.hash(PackStore::blake3));
                prune(written, pruning, files, out);
            }
        }
        out.flush();
        return ExitCode.FINE;
    }

    private static void prune(
            WrittenDrive written, DrivePruning pruning, List<Lying> files, PrintWriter out)
            throws Outage {
        DrivePruning.Pruned pruned =
                pruning.delete(
                        written.root(),
                        files,
                        path -> out.println("changed, stays  " + Terminal.printable(path)));
        written.index();
        out.println(
                Wording.count(pruned.files(), "file")
                        + " of the library and "
                        + Wording.count(pruned.made())
                        + " made of them deleted from the drive ("
                        + Wording.count(pruned.bytes() >> 20)
                        + " MiB).");
        if (pruned.kept() > 0) {
            out.println(
                    Wording.count(pruned.kept(), "file")
                            + " changed since they were written: they stay, as your own.");
        }
    }
}
