package crateworks.sanitize.app;

import crateworks.adapters.host.StageHost;
import crateworks.adapters.postgres.PostgresNaming;
import crateworks.music.naming.TargetProfile;
import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Ingested;
import crateworks.sanitize.SanitizeBinding;
import crateworks.sanitize.SanitizeStage;

/** Sanitize, bound to the database. */
public final class SanitizeWorkers {
    private SanitizeWorkers() {}

    /** Starts {@code count} workers. */
    public static void start(StageHost host, int count) {
        host.start(
                StageName.SANITIZE,
                new SanitizeBinding(new PostgresNaming(host.postgres())),
                new SanitizeStage(TargetProfile.STANDARD),
                Ingested.class,
                count);
    }
}
