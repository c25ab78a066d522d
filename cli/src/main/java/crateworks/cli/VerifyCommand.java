package crateworks.cli;

import crateworks.adapters.postgres.PostgresKnownDrives;
import crateworks.adapters.s3.PackStore;
import crateworks.export.drive.DriveMark;
import crateworks.export.drive.DriveVerifier;
import crateworks.export.drive.DriveVerifier.Finding;
import crateworks.export.mpc.DriveCheck;
import crateworks.infra.data.DataDirectory;
import crateworks.pipeline.port.KnownDrives;
import crateworks.pipeline.port.Outage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whether a drive holds what was written to it. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Read every byte of a drive again, from the drive itself, and compare it with what"
                        + " was written. Changes nothing without --repair.")
final class VerifyCommand implements Callable<Integer> {
    @Option(names = "--drive", paramLabel = "DRIVE", required = true, description = "The drive.")
    @Nullable Path drive;

    @Option(
            names = "--repair",
            description = "Write torn, changed, missing and unreadable files again, from --data.")
    boolean repair;

    @Mixin DataOption data = new DataOption();

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Outage, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Path root = Folders.drive(drive == null ? Path.of("") : drive);
        if (!Files.isDirectory(root)) {
            throw new Usage(ExitCode.NO_INPUT, "The drive " + root + " is not there: mount it.");
        }
        if (repair) {
            return new Repairing(root, mark(root), data.directory(), out).repair();
        }
        var foreign = new HashSet<String>();
        DriveVerifier.Sums sums =
                new DriveVerifier(content -> content.hash(PackStore::blake3))
                        .verify(
                                root,
                                finding -> {
                                    if (finding instanceof Finding.Foreign(var path)) {
                                        foreign.add(path);
                                    }
                                    print(finding, out);
                                });
        print(sums, out);
        boolean fit = isFit(root, foreign, out);
        if (sums.allSound() && sums.doubt().isEmpty()) {
            trust(root, data.directory(), out);
        }
        out.flush();
        return sums.allSound() && fit ? ExitCode.FINE : ExitCode.DIFFERENT;
    }

    static void print(DriveVerifier.Sums sums, PrintWriter out) {
        out.println(
                Wording.count(sums.checked(), "file")
                        + " checked, "
                        + Wording.count(sums.sound())
                        + " sound, "
                        + Wording.count(sums.torn())
                        + " torn, "
                        + Wording.count(sums.changed())
                        + " changed, "
                        + Wording.count(sums.missing())
                        + " missing, "
                        + Wording.count(sums.unreadable())
                        + " unreadable, "
                        + Wording.count(sums.foreign())
                        + " foreign, "
                        + Wording.count(sums.leftovers(), "leftover")
                        + ".");
        sums.doubt().ifPresent(out::println);
    }

    static void print(Finding finding, PrintWriter out) {
        String path = Terminal.printable(finding.path());
        out.println(
                switch (finding) {
                    case Finding.Torn _ -> "torn        " + path;
                    case Finding.Changed _ -> "changed     " + path;
                    case Finding.Missing _ -> "missing     " + path;
                    case Finding.Unreadable(_, var reason) -> "unreadable  " + path + ": " + reason;
                    case Finding.Foreign _ -> "foreign     " + path;
                    case Finding.Leftover _ -> "leftover    " + path;
                });
    }

    /** Whether everything but the user's own files is as devices want it. */
    private static boolean isFit(Path root, Set<String> foreign, PrintWriter out) throws Outage {
        var flawed = new HashSet<String>();
        try {
            DriveCheck.Sums checked =
                    DriveCheck.check(
                            root,
                            (path, flaw) -> {
                                if (!foreign.contains(path)) {
                                    flawed.add(path);
                                    out.println(
                                            "unfit       "
                                                    + Terminal.printable(
                                                            path
                                                                    + ": "
                                                                    + flaw.rule()
                                                                    + ", "
                                                                    + flaw.detail()));
                                }
                            });
            out.println(
                    Wording.count(checked.checked(), "file")
                            + " checked for devices, "
                            + Wording.count(flawed.size())
                            + " unfit.");
        } catch (IOException failure) {
            throw new Outage("the drive", root + " cannot be checked: " + failure, failure);
        }
        return flawed.isEmpty();
    }

    private static Optional<String> mark(Path root) throws Outage {
        try {
            return DriveMark.read(root);
        } catch (IOException failure) {
            throw new Outage("the drive", "its mark cannot be read: " + failure, failure);
        }
    }

    /** The library that wrote the drive, if it is at hand, has no suspicion against it any more. */
    private static void trust(Path root, DataDirectory directory, PrintWriter out)
            throws Outage, InterruptedException {
        Optional<String> mark = mark(root);
        if (mark.isEmpty() || !directory.exists()) {
            return;
        }
        try (Library library = Library.open(directory)) {
            var drives = new PostgresKnownDrives(library.postgres());
            Optional<KnownDrives.Known> known = drives.marked(mark.get());
            if (known.flatMap(KnownDrives.Known::suspicion).isPresent()) {
                drives.trust(mark.get());
                out.println("The drive was suspect, and is trusted again.");
            }
        }
    }
}
