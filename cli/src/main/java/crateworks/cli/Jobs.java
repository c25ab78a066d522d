package crateworks.cli;

import crateworks.adapters.host.StageHost;
import crateworks.analyze.app.AnalyzeWorkers;
import crateworks.export.app.ExportWorkers;
import crateworks.export.app.RenameWorkers;
import crateworks.ingest.app.IngestWorkers;
import crateworks.music.tags.TagDictionary;
import crateworks.pipeline.StageName;
import crateworks.sanitize.app.SanitizeWorkers;
import crateworks.split.app.SplitWorkers;

/** Every stage, as the services bind it. */
final class Jobs {
    private Jobs() {}

    /** Starts {@code count} workers of {@code stage}; tags go by {@code dictionary}. */
    static void start(StageHost host, StageName stage, int count, TagDictionary dictionary) {
        switch (stage) {
            case INGEST -> IngestWorkers.start(host, count, dictionary);
            case SANITIZE -> SanitizeWorkers.start(host, count);
            case SPLIT -> SplitWorkers.start(host, count, dictionary);
            case ANALYZE -> AnalyzeWorkers.start(host, count);
            case RENAME -> RenameWorkers.start(host, count);
            case EXPORT -> ExportWorkers.start(host, count);
        }
    }
}
