package crateworks.cli;

import crateworks.adapters.s3.PackStore;
import crateworks.export.drive.DriveVerifier;
import crateworks.export.drive.DriveVerifier.Finding;
import crateworks.pipeline.port.Outage;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whether a drive holds what was written to it. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Read every file of a drive again and compare it with the drive's index.")
final class VerifyCommand implements Callable<Integer> {
    @Option(names = "--drive", paramLabel = "DRIVE", required = true, description = "The drive.")
    @Nullable Path drive;

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Outage {
        PrintWriter out = spec.commandLine().getOut();
        Path root = drive == null ? Path.of("") : drive;
        if (!Files.isDirectory(root)) {
            throw new Usage(ExitCode.NO_INPUT, "The drive " + root + " is not there: mount it.");
        }
        DriveVerifier.Sums sums =
                new DriveVerifier(content -> content.hash(PackStore::blake3))
                        .verify(root, finding -> print(finding, out));
        out.println(
                Wording.count(sums.checked(), "file")
                        + " checked, "
                        + Wording.count(sums.sound())
                        + " sound, "
                        + Wording.count(sums.changed())
                        + " changed, "
                        + Wording.count(sums.missing())
                        + " missing, "
                        + Wording.count(sums.unreadable())
                        + " unreadable, "
                        + Wording.count(sums.foreign())
                        + " foreign.");
        out.flush();
        return sums.allSound() ? ExitCode.FINE : ExitCode.DIFFERENT;
    }

    private static void print(Finding finding, PrintWriter out) {
        String path = Terminal.printable(finding.path());
        out.println(
                switch (finding) {
                    case Finding.Changed _ -> "changed     " + path;
                    case Finding.Missing _ -> "missing     " + path;
                    case Finding.Unreadable(_, var reason) -> "unreadable  " + path + ": " + reason;
                    case Finding.Foreign _ -> "foreign     " + path;
                });
    }
}
