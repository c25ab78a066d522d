package crateworks.cli;

import crateworks.adapters.postgres.PostgresSessions;
import crateworks.adapters.s3.PackKeys;
import crateworks.adapters.s3.PackStore;
import crateworks.adapters.s3.StoreClient;
import crateworks.analyze.AnalyzeStage;
import crateworks.infra.data.DataDirectory;
import crateworks.infra.data.Part;
import crateworks.ingest.app.PageWiring;
import crateworks.ingest.app.PageWiring.Lent;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.session.StageFigures;
import crateworks.web.api.SystemCalls.Home;
import crateworks.web.imports.NoImports;
import crateworks.web.imports.Roots;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The page over a library, without anything that works on it. */
@Command(
        name = "page",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Look at the library in a browser. Nothing is taken in; `crateworks serve` does"
                        + " that, with the same page. Ctrl-C ends it.")
final class PageCommand implements Callable<Integer> {
    private static final String ONLY_LOOKED_AT =
            "This page only shows the library; start `crateworks serve` to take files in.";

    @Mixin PageOptions page = new PageOptions();
    @Mixin DataOption data = new DataOption();

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Outage, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        DataDirectory directory = data.directory();
        try (var stopping = new Stopping();
                Library library = Library.open(directory, EnumSet.of(Part.DATABASE, Part.STORE));
                StoreClient store = StoreClient.open(Engine.storeSettings(library.connections()));
                var packs =
                        new PackStore(
                                store, new PackKeys(InstantSource.system(), new SecureRandom()));
                Page served = Page.open(page, () -> lent(directory, library, store, packs), out)) {
            if (!served.isServed()) {
                return ExitCode.BROKEN;
            }
            untilStopped(stopping);
        }
        return ExitCode.FINE;
    }

    private static void untilStopped(Stopping stopping) throws InterruptedException {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            if (!stopping.isAsked()) {
                throw e;
            }
        }
    }

    private static Lent lent(
            DataDirectory directory, Library library, StoreClient store, PackStore packs) {
        var sessions = new PostgresSessions(library.postgres());
        return new Lent(
                new Home(PageWiring.VERSION, "page", Optional.of(directory.root().toString())),
                library.postgres(),
                packs,
                List.of(),
                session -> kept(sessions, session),
                Optional.empty(),
                List::of,
                Map::of,
                Map.of("database", () -> library.postgres().check(), "store", store::check),
                directory.root(),
                NoImports.none(ONLY_LOOKED_AT),
                new Roots(List.of()),
                Optional.empty(),
                Optional.of(new DriveVerification()),
                AnalyzeStage::appraisal);
    }

    private static List<StageFigures> kept(PostgresSessions sessions, long session) {
        try {
            return sessions.figures(session);
        } catch (Outage outage) {
            return List.of();
        }
    }
}
