package crateworks.cli;

import crateworks.adapters.postgres.PostgresRequeue;
import crateworks.infra.data.DataDirectory;
import crateworks.music.analysis.Analyst;
import crateworks.pipeline.StageName;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Requeue;
import crateworks.pipeline.port.Requeue.Choice;
import crateworks.pipeline.session.DriveWishes;
import crateworks.pipeline.session.Ledger;
import crateworks.pipeline.session.Order;
import crateworks.pipeline.session.Selection;
import crateworks.pipeline.session.Session;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Another attempt for parked files. */
@Command(
        name = "retry",
        mixinStandardHelpOptions = true,
        description = "Try parked files again, as a run of their own.")
final class RetryCommand implements Callable<Integer> {
    /** Which files; exactly one way of saying so. */
    static final class Which {
        @Option(names = "--all", description = "Everything that is parked.")
        boolean all;

        @Option(
                names = "--reason",
                paramLabel = "CODE",
                description = "What is parked for this reason, such as TIMED_OUT.")
        @Nullable String reason;

        @Option(
                names = "--id",
                paramLabel = "ITEM",
                description = "One file, by the number that `crateworks failed` shows.")
        @Nullable Long item;

        Choice choice() {
            if (item != null) {
                return new Choice.Item(item);
            }
            return reason != null ? new Choice.Reason(reason) : new Choice.All();
        }
    }

    @ArgGroup(multiplicity = "1")
    Which which = new Which();

    @Option(
            names = "--export-to",
            paramLabel = "DRIVE",
            description = "Write what works this time to this drive.")
    @Nullable Path drive;

    @Mixin ShapeOptions shape = new ShapeOptions();

    @Mixin DataOption data = new DataOption();

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Outage, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        DataDirectory directory = data.directory();
        if (!directory.exists()) {
            throw new Usage(
                    ExitCode.NO_INPUT, "There is no library in " + directory.root() + " yet.");
        }
        shape.check();
        Logs.into(directory);
        Order order = order();
        List<Integer> workers = Workers.sizedAfter(Runtime.getRuntime().availableProcessors());
        try (var stopping = new Stopping();
                Engine engine = Engine.start(directory, order, workers)) {
            Session session = engine.sessions().open(order);
            long reopened =
                    new PostgresRequeue(engine.postgres(), Analyst.VERSION)
                            .retry(session.id(), which.choice());
            out.println("Trying " + Wording.count(reopened, "file") + " again.");
            if (engine.sessions().total().parked() > 0 && reopened == 0) {
                out.println(
                        "A file that has failed "
                                + Requeue.FAILED_ATTEMPTS_MAX
                                + " times is tried again with --id only.");
                out.println(
                        "What could not be read while searching is read again by the command that"
                                + " searched: `crateworks --source DIR`.");
            }
            Ledger ledger =
                    new LiveRun(engine, session, out)
                            .lead(stopping, coordinator -> coordinator.process(session));
            return Summary.print(engine, session, ledger, out);
        }
    }

    private Order order() {
        Optional<String> target =
                Optional.ofNullable(drive).map(Folders::drive).map(Path::toString);
        return new Order(
                List.of(),
                Arrays.stream(StageName.values())
                        .filter(stage -> stage != StageName.RENAME)
                        .filter(stage -> stage != StageName.EXPORT || target.isPresent())
                        .toList(),
                target,
                "both",
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                new DriveWishes(false, Selection.EVERYTHING, shape.shape()));
    }
}
