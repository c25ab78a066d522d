package crateworks.faults;

import crateworks.adapters.postgres.Postgres;
import crateworks.adapters.postgres.PostgresRequeue;
import crateworks.adapters.postgres.PostgresSessions;
import crateworks.adapters.postgres.PostgresSettings;
import crateworks.infra.data.Connections;
import crateworks.music.analysis.Analyst;
import crateworks.pipeline.port.Requeue.Choice;
import crateworks.pipeline.session.Session;
import crateworks.pipeline.session.SessionState;

/** Files that hang, exhaust or break the stage that thinks about them, and their second chances. */
final class HarmfulFiles {
    static final String PARKED = "select count(*) from outcome where state = 'parked'";

    private final FaultTable table;

    HarmfulFiles(FaultTable table) {
        this.table = table;
    }

    /** Puts {@link FaultyAnalysis} in the place of analyze-service until they are parked, twice. */
    Scene.Harm done() {
        return scene -> {
            Service analyze = scene.service("analyze-service");
            analyze.retire();
            Process faulty =
                    FaultyAnalysis.start(
                            scene.servers(), scene.folder().resolve("faulty-analysis.log"));
            try {
                scene.settle();
                long parked = scene.number(PARKED);
                if (parked < FaultyAnalysis.HARMFUL.size()) {
                    throw new AssertionError(parked + " items are parked");
                }
                table.inject("F28 a file that hangs, exhausts or breaks a stage", parked);
                retry(scene);
                long again = scene.number(PARKED);
                if (again != parked) {
                    throw new AssertionError(parked + " parked, when tried again " + again);
                }
                table.inject("F30 a parked file is tried again while it still fails", again);
            } finally {
                faulty.getOutputStream().close();
                faulty.onExit().join();
            }
            analyze.start();
            retry(scene);
            table.inject(
                    "F30 a parked file is tried again after the mend",
                    scene.number(PARKED) == 0 ? 1 : 0);
            if (scene.number(PARKED) > 0) {
                throw new AssertionError(scene.number(PARKED) + " items are still parked");
            }
        };
    }

    /** As the command retry does, with export-service to lead the run to its end. */
    static void retry(Scene scene) throws Exception {
        Connections to = scene.servers().database();
        var settings =
                new PostgresSettings(to.jdbcUrl(), to.databaseUser(), to.databasePassword(), 2);
        try (Postgres postgres = Postgres.open(settings)) {
            var sessions = new PostgresSessions(postgres);
            Session last = sessions.all().getFirst();
            Session session = sessions.open(last.order());
            long reopened =
                    new PostgresRequeue(postgres, Analyst.VERSION)
                            .retry(session.id(), new Choice.All());
            if (reopened == 0) {
                throw new AssertionError("nothing to try again");
            }
            sessions.enter(session.id(), SessionState.PROCESSING);
        }
        scene.settle();
    }
}
