package crateworks.cli;

import crateworks.export.ExportDrive;
import crateworks.infra.data.DataDirectory;
import crateworks.ingest.app.PageWiring.Lent;
import crateworks.pipeline.message.Origin;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.session.Ledger;
import crateworks.pipeline.session.Order;
import crateworks.pipeline.session.Session;
import crateworks.web.imports.NoImports;
import crateworks.web.imports.NoImports.OwnRun;
import crateworks.web.imports.Roots;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The main job: folders in, a library and a drive out. */
@Command(
        name = "crateworks",
        mixinStandardHelpOptions = true,
        version = "Crateworks 0.1.0",
        sortOptions = false,
        description =
                "Takes in MIDI files from folders and archives, splits and analyses them, and writes"
                        + " a clean library to an Akai MPC or Force drive. Sources are never"
                        + " changed; a run that was stopped goes on when the same command is given"
                        + " again.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the ledger balances and nothing is parked",
            "1:something broke, or not all of the output could be written",
            "2:the command line does not fit",
            "3:files are parked; `crateworks failed` names them",
            "66:a folder that was named cannot be used",
            "75:another process works in the data directory",
            "130:stopped; the same command goes on"
        },
        subcommands = {
            StatsCommand.class,
            FailedCommand.class,
            RetryCommand.class,
            VerifyCommand.class,
            PruneCommand.class,
            RenameCommand.class,
            GcCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            WorkersCommand.class,
            DoctorCommand.class,
            ServeCommand.class,
            PageCommand.class,
            PushCommand.class,
            CatalogCommand.class,
            ExplainCommand.class,
            SetCommand.class
        })
final class RunCommand implements Callable<Integer> {
    private static final String ONE_RUN =
            "One run goes on here, and ends with its command; `crateworks serve` takes more.";

    @Mixin RunOptions options = new RunOptions();
    @Mixin PageOptions page = new PageOptions();
    @Mixin DataOption data = new DataOption();

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Outage, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Order order = options.order();
        DataDirectory directory = data.directory();
        Folders.refuseInside(directory.root(), order.sources());
        Optional<String> refusal = ExportDrive.refusal(order, directory.root());
        if (refusal.isPresent()) {
            throw new Usage(ExitCode.NO_INPUT, refusal.get());
        }
        if (order.sources().equals(List.of(Origin.LIBRARY)) && !directory.exists()) {
            throw new Usage(
                    ExitCode.NO_INPUT,
                    "There is no library in "
                            + directory.root()
                            + " yet: take files in with --source DIR.");
        }
        if (options.dryRun) {
            return DryRun.of(order, directory, out);
        }
        options.flow.installTagRules(directory);
        Logs.into(directory);
        try (var stopping = new Stopping();
                Engine engine = Engine.start(directory, order, options.flow.workers())) {
            Session session = engine.sessions().open(order);
            if (session.resumed()) {
                out.println("Going on with run " + session.id() + ", which was stopped.");
            }
            Ledger ledger;
            try (Page _ = Page.open(page, () -> lent(engine, session, stopping), out)) {
                ledger =
                        new LiveRun(engine, session, out)
                                .lead(stopping, coordinator -> coordinator.lead(session));
            }
            return Summary.print(engine, session, ledger, out);
        }
    }

    /** The page of one run, which can be stopped there as with Ctrl-C. */
    private static Lent lent(Engine engine, Session session, Stopping stopping) {
        var own =
                new OwnRun() {
                    @Override
                    public boolean is(long id) {
                        return id == session.id();
                    }

                    @Override
                    public void cancel() {
                        stopping.ask();
                    }
                };
        return engine.lent(
                "run",
                List::of,
                new Engine.Asking(
                        new NoImports(ONE_RUN, own), new Roots(List.of()), Optional.empty()));
    }
}
