package crateworks.faults;

import crateworks.adapters.postgres.Postgres;
import crateworks.adapters.postgres.PostgresSettings;
import crateworks.adapters.postgres.PostgresStageControl;
import crateworks.infra.data.Connections;
import crateworks.pipeline.StageName;
import java.time.Duration;
import java.util.Random;

/** A stage that somebody pauses while the others go on. */
final class Pauses {
    private static final String ANALYZED = "select count(*) from musical_metadata";
    private static final Duration OBEYED_WITHIN = Duration.ofSeconds(5);

    private final FaultTable table;
    private final Random random;
    private final Duration lasting;

    Pauses(FaultTable table, Random random, Duration lasting) {
        this.table = table;
        this.random = random;
        this.lasting = lasting;
    }

    /** Pauses analyze, restarts everything, and makes sure that it stays paused until resumed. */
    Scene.Harm throughARestart() {
        return scene -> {
            scene.whileWorking(random);
            Connections to = scene.servers().database();
            var settings =
                    new PostgresSettings(to.jdbcUrl(), to.databaseUser(), to.databasePassword(), 2);
            try (Postgres postgres = Postgres.open(settings)) {
                var control = new PostgresStageControl(postgres);
                control.pause(StageName.ANALYZE);
                Thread.sleep(OBEYED_WITHIN);
                long analyzed = scene.number(ANALYZED);
                scene.services().forEach(Service::kill);
                scene.startKilled();
                Thread.sleep(lasting);
                if (scene.number(ANALYZED) != analyzed) {
                    throw new AssertionError("a paused stage went on after a restart");
                }
                control.resume(StageName.ANALYZE);
            }
            table.inject("F31, F33 a stage is paused, and everything restarted", 1);
        };
    }
}
