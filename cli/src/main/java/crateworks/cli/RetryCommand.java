package crateworks.cli;

import crateworks.adapters.postgres.PostgresRequeue;
import crateworks.adapters.postgres.PostgresSessions;
import crateworks.infra.data.DataDirectory;
import crateworks.music.analysis.Analyst;
import crateworks.pipeline.StageName;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Requeue;
import crateworks.pipeline.port.Requeue.Choice;
import crateworks.pipeline.session.DriveShape;
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
        Order order = order(directory);
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

    /**
     * As the last run onto the same drive: what it left out stays out, and names are made alike.
     */
    private Order order(DataDirectory directory) throws Outage, InterruptedException {
        if (drive == null) {
            return order(Optional.empty(), Optional.empty(), shape.shape());
        }
        String target = Folders.drive(drive).toString();
        try (Library library = Library.open(directory)) {
            Optional<Order> earlier =
                    new PostgresSessions(library.postgres())
                            .all().stream()
                                    .map(Session::order)
                                    .filter(Order::exports)
                                    .filter(order -> order.drive().equals(Optional.of(target)))
                                    .findFirst();
            return order(Optional.of(target), earlier, shape.shape());
        }
    }

    static Order order(Optional<String> target, Optional<Order> earlier, DriveShape shape) {
        Optional<String> template = earlier.flatMap(Order::template);
        return new Order(
                List.of(),
                Arrays.stream(StageName.values())
                        .filter(stage -> stage != StageName.RENAME || template.isPresent())
                        .filter(stage -> stage != StageName.EXPORT || target.isPresent())
                        .toList(),
                target,
                earlier.map(Order::driveFormat).orElse("both"),
                template,
                OptionalLong.empty(),
                Optional.empty(),
                new DriveWishes(
                        false,
                        earlier.map(order -> order.wishes().selection()).orElse(Selection.STANDARD),
                        shape));
    }
}
