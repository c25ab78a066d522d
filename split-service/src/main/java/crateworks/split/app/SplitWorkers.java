package crateworks.split.app;

import crateworks.adapters.host.StageHost;
import crateworks.adapters.postgres.PostgresSplitting;
import crateworks.music.naming.TargetProfile;
import crateworks.music.tags.TagDictionary;
import crateworks.music.tags.Tagger;
import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Sanitized;
import crateworks.split.SplitBinding;
import crateworks.split.SplitStage;

/** Split, bound to the database and the store. */
public final class SplitWorkers {
    private SplitWorkers() {}

    /** Starts {@code count} workers that tag by {@code dictionary}. */
    public static void start(StageHost host, int count, TagDictionary dictionary) {
        host.start(
                StageName.SPLIT,
                new SplitBinding(host.blobs(), new PostgresSplitting(host.postgres())),
                new SplitStage(new Tagger(dictionary), TargetProfile.STANDARD),
                Sanitized.class,
                count);
    }
}
