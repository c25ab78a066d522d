package crateworks.cli;

import crateworks.adapters.postgres.PostgresCatalog;
import crateworks.pipeline.port.Catalog.Failure;
import crateworks.pipeline.port.Outage;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which files failed, why, and what to do about it. */
@Command(
        name = "failed",
        mixinStandardHelpOptions = true,
        description = "List parked and rejected files with their reasons.")
final class FailedCommand implements Callable<Integer> {
    @Mixin DataOption data = new DataOption();

    @Option(names = "--parked", description = "Only what can be tried again.")
    boolean parkedOnly;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000",
            description = "At most so many (default: ${DEFAULT-VALUE}).")
    int limit;

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Outage, InterruptedException {
        if (limit < 1) {
            throw new Usage(ExitCode.USAGE, "--limit takes a number of at least 1.");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Library library = Library.open(data.directory())) {
            List<Failure> failures =
                    new PostgresCatalog(library.postgres()).failures(parkedOnly, limit);
            failures.forEach(failure -> print(failure, out));
            if (failures.isEmpty()) {
                out.println(parkedOnly ? "Nothing is parked." : "Nothing has failed.");
            } else if (failures.size() == limit) {
                out.println("... and perhaps more: --limit shows them.");
            }
        }
        out.flush();
        return ExitCode.FINE;
    }

    private static void print(Failure failure, PrintWriter out) {
        out.println(failure.item() + "  " + Terminal.printable(failure.place()));
        out.println(
                "    "
                        + failure.state()
                        + " in "
                        + failure.stage()
                        + ", "
                        + failure.code()
                        + (failure.attempts() > 1 ? ", tried " + failure.attempts() + " times" : "")
                        + ": "
                        + Terminal.printable(failure.detail()));
        if (!failure.nextAction().isEmpty()) {
            out.println("    next: " + failure.nextAction());
        }
    }
}
