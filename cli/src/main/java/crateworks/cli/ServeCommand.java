package crateworks.cli;

import crateworks.adapters.s3.Inbox;
import crateworks.export.ExportDrive;
import crateworks.infra.data.Connections;
import crateworks.infra.data.DataDirectory;
import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Origin;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.session.Order;
import crateworks.web.api.Uploads;
import crateworks.web.imports.Roots;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The main job for files that come in one after another: the inbox in, a library and a drive out.
 */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Keep running, and take in what is put into the inbox with `push` or over S3. Ctrl-C"
                        + " ends it; what it had begun goes on at the next start.")
final class ServeCommand implements Callable<Integer> {
    private static final int EVERY_SECONDS_MAX = 86_400;

    @Mixin FlowOptions flow = new FlowOptions();

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How often to look into the inbox (default: ${DEFAULT-VALUE}).")
    int everySeconds = 10;

    @Option(
            names = "--import-from",
            paramLabel = "DIR",
            description =
                    "A folder that the page may take files in from; may be given several times"
                            + " (default: your home folder).")
    List<Path> importFrom = new ArrayList<>();

    @Mixin PageOptions page = new PageOptions();

    @Mixin DataOption data = new DataOption();

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Outage, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Order order = order();
        DataDirectory directory = data.directory();
        Optional<String> refusal = ExportDrive.refusal(order, directory.root());
        if (refusal.isPresent()) {
            throw new Usage(ExitCode.NO_INPUT, refusal.get());
        }
        flow.installTagRules(directory);
        Logs.into(directory);
        try (var stopping = new Stopping();
                Engine engine = Engine.start(directory, order, flow.workers())) {
            welcome(engine.connections(), directory, out);
            var inbox = new Inbox(engine.store());
            var serving = new Serving(engine, order, inbox, InstantSource.system(), out);
            var asking =
                    new Engine.Asking(
                            serving.imports(),
                            new Roots(PageOptions.roots(importFrom)),
                            Optional.<Uploads>of(inbox::put));
            try (Page _ =
                    Page.open(page, () -> engine.lent("serve", serving::waitsFor, asking), out)) {
                serving.untilStopped(stopping, Duration.ofSeconds(everySeconds));
            }
            return engine.sessions().total().parked() == 0 ? ExitCode.FINE : ExitCode.UNFINISHED;
        }
    }

    private Order order() {
        flow.check();
        if (everySeconds < 1 || everySeconds > EVERY_SECONDS_MAX) {
            throw new Usage(
                    ExitCode.USAGE,
                    "--every takes seconds from 1 to " + Wording.count(EVERY_SECONDS_MAX) + ".");
        }
        return new Order(
                List.of(Origin.INBOX),
                Arrays.stream(StageName.values()).filter(flow::leadsThrough).toList(),
                flow.drive(),
                flow.driveFormat,
                flow.renameTemplate(),
                OptionalLong.empty(),
                Optional.empty(),
                flow.wishes());
    }

    private static void welcome(Connections connections, DataDirectory directory, PrintWriter out) {
        var store = Engine.storeSettings(connections);
        out.println(
                "Watching the inbox: bucket "
                        + store.inbox()
                        + " at "
                        + store.endpoint()
                        + " (S3; the keys are in "
                        + directory.root().resolve("secrets.properties")
                        + ").");
        out.println(
                "To put files there: crateworks push DIR --data "
                        + directory.root()
                        + ". What is not music goes to bucket "
                        + store.aside()
                        + ". Ctrl-C ends this.");
        out.flush();
    }
}
