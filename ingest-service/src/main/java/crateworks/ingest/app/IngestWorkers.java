package crateworks.ingest.app;

import crateworks.adapters.host.StageHost;
import crateworks.adapters.postgres.PostgresIngestion;
import crateworks.ingest.IngestBinding;
import crateworks.ingest.IngestStage;
import crateworks.ingest.SourceReader;
import crateworks.music.tags.TagDictionary;
import crateworks.music.tags.Tagger;
import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Found;

/** Ingest, bound to the database and the store. */
public final class IngestWorkers {
    private IngestWorkers() {}

    /** Starts {@code count} workers that tag by {@code dictionary}. */
    public static void start(StageHost host, int count, TagDictionary dictionary) {
        host.start(
                StageName.INGEST,
                new IngestBinding(
                        new SourceReader(), host.blobs(), new PostgresIngestion(host.postgres())),
                new IngestStage(new Tagger(dictionary)),
                Found.class,
                count);
    }
}
