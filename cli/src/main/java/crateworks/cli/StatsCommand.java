package crateworks.cli;

import crateworks.adapters.postgres.PostgresSessions;
import crateworks.adapters.postgres.PostgresStageControl;
import crateworks.pipeline.StageName;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Sessions;
import crateworks.pipeline.port.StageControl.Wish;
import crateworks.pipeline.session.Session;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The ledger: of every run, and in total. */
@Command(
        name = "stats",
        mixinStandardHelpOptions = true,
        description = "Show the ledger of every run and in total.")
final class StatsCommand implements Callable<Integer> {
    @Mixin DataOption data = new DataOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json (default: ${DEFAULT-VALUE}).")
    String format = "text";

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Outage, InterruptedException {
        Formats.check(format, "text", "json");
        PrintWriter out = spec.commandLine().getOut();
        try (Library library = Library.open(data.directory())) {
            Sessions sessions = new PostgresSessions(library.postgres());
            Map<StageName, Wish> wishes = new PostgresStageControl(library.postgres()).wishes();
            if (format.equals("json")) {
                out.println(LedgerJson.of(sessions, wishes));
            } else {
                print(sessions, out);
                Stages.print(wishes, out);
            }
        }
        out.flush();
        return ExitCode.FINE;
    }

    private static void print(Sessions sessions, PrintWriter out) throws Outage {
        for (Session session : sessions.all().reversed()) {
            out.println(
                    "Run "
                            + session.id()
                            + ", "
                            + session.startedAt()
                            + ", "
                            + session.state()
                            + ": "
                            + String.join(", ", session.order().sources()));
            LedgerText.print(sessions.ledger(session.id()), out);
            LedgerText.print(sessions.figures(session.id()), out);
            out.println();
        }
        out.println("In total");
        LedgerText.print(sessions.total(), out);
    }
}
