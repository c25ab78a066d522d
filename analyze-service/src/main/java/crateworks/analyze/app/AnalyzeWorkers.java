package crateworks.analyze.app;

import crateworks.adapters.host.StageHost;
import crateworks.adapters.postgres.PostgresAnalysis;
import crateworks.analyze.AnalyzeBinding;
import crateworks.analyze.AnalyzeStage;
import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Piece;

/** Analyze, bound to the database and the store. */
public final class AnalyzeWorkers {
    private AnalyzeWorkers() {}

    /** Starts {@code count} workers. */
    public static void start(StageHost host, int count) {
        boolean exportFollows = host.settings().route().stages().contains(StageName.EXPORT);
        host.start(
                StageName.ANALYZE,
                new AnalyzeBinding(
                        host.blobs(), new PostgresAnalysis(host.postgres()), exportFollows),
                new AnalyzeStage(),
                Piece.class,
                count);
    }
}
