package crateworks.export.app;

import crateworks.adapters.host.StageHost;
import crateworks.adapters.postgres.PostgresNaming;
import crateworks.adapters.postgres.PostgresSessions;
import crateworks.export.RenameBinding;
import crateworks.export.RenameStage;
import crateworks.music.naming.TargetProfile;
import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Analyzed;

/** Rename, bound to the database. */
public final class RenameWorkers {
    private RenameWorkers() {}

    /** Starts {@code count} workers. */
    public static void start(StageHost host, int count) {
        host.start(
                StageName.RENAME,
                new RenameBinding(
                        new PostgresSessions(host.postgres()), new PostgresNaming(host.postgres())),
                new RenameStage(TargetProfile.STANDARD),
                Analyzed.class,
                count);
    }
}
