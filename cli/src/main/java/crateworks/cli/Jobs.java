package crateworks.cli;

import crateworks.adapters.host.StageHost;
import crateworks.analyze.app.AnalyzeWorkers;
import crateworks.export.app.ExportWorkers;
import crateworks.export.app.RenameWorkers;
import crateworks.ingest.app.IngestWorkers;
import crateworks.pipeline.StageName;
import crateworks.sanitize.app.SanitizeWorkers;
import crateworks.split.app.SplitWorkers;

/** Every stage, as the services bind it. */
final class Jobs {
    private Jobs() {}

    /** Starts {@code count} workers of {@code stage}. */
    static void start(StageHost host, StageName stage, int count) {
        switch (stage) {
            case INGEST -> IngestWorkers.start(host, count);
            case SANITIZE -> SanitizeWorkers.start(host, count);
            case SPLIT -> SplitWorkers.start(host, count);
            case ANALYZE -> AnalyzeWorkers.start(host, count);
            case RENAME -> RenameWorkers.start(host, count);
            case EXPORT -> ExportWorkers.start(host, count);
        }
    }
}
