package crateworks.cli;

import crateworks.adapters.kafka.StageWorkers;
import crateworks.adapters.postgres.Postgres;
import crateworks.adapters.postgres.PostgresAnalysis;
import crateworks.adapters.postgres.PostgresExporting;
import crateworks.adapters.postgres.PostgresIngestion;
import crateworks.adapters.postgres.PostgresNaming;
import crateworks.adapters.postgres.PostgresSessions;
import crateworks.adapters.postgres.PostgresSplitting;
import crateworks.analyze.AnalyzeBinding;
import crateworks.analyze.AnalyzeStage;
import crateworks.export.ExportJob;
import crateworks.export.RenameBinding;
import crateworks.export.RenameStage;
import crateworks.export.drive.DriveWriter;
import crateworks.ingest.IngestBinding;
import crateworks.ingest.IngestStage;
import crateworks.ingest.SourceReader;
import crateworks.music.naming.TargetProfile;
import crateworks.music.tags.TagDictionary;
import crateworks.music.tags.Tagger;
import crateworks.pipeline.Stage;
import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Analyzed;
import crateworks.pipeline.message.Found;
import crateworks.pipeline.message.Ingested;
import crateworks.pipeline.message.Message;
import crateworks.pipeline.message.Piece;
import crateworks.pipeline.message.Sanitized;
import crateworks.pipeline.port.BlobStore;
import crateworks.pipeline.run.Binding;
import crateworks.pipeline.run.Job;
import crateworks.pipeline.run.StagedJob;
import crateworks.pipeline.run.TimedStage;
import crateworks.sanitize.SanitizeBinding;
import crateworks.sanitize.SanitizeStage;
import crateworks.split.SplitBinding;
import crateworks.split.SplitStage;
import java.time.Duration;

/** Every stage, bound to the database and the store. */
final class Jobs {
    /** The longest that a stage may think about one batch, far beyond what any file needs. */
    private static final Duration THINKING_MAX = Duration.ofSeconds(60);

    private static final TargetProfile PROFILE = TargetProfile.KEEP_SHARPS;

    private final Postgres postgres;
    private final BlobStore blobs;
    private final DriveWriter writer;
    private final boolean exportFollows;
    private final Tagger tagger = new Tagger(TagDictionary.standard());

    Jobs(Postgres postgres, BlobStore blobs, DriveWriter writer, boolean exportFollows) {
        this.postgres = postgres;
        this.blobs = blobs;
        this.writer = writer;
        this.exportFollows = exportFollows;
    }

    /** What starts the workers of a stage, once its job and the kind of its records are known. */
    interface Starter {
        <M extends Message, N extends Message> StageWorkers start(Job<M, N> job, Class<M> records);
    }

    /** Starts the workers of {@code stage}. */
    StageWorkers start(StageName stage, Starter starter) {
        return switch (stage) {
            case INGEST ->
                    starter.start(
                            staged(
                                    stage,
                                    new IngestBinding(
                                            new SourceReader(),
                                            blobs,
                                            new PostgresIngestion(postgres)),
                                    new IngestStage(tagger)),
                            Found.class);
            case SANITIZE ->
                    starter.start(
                            staged(
                                    stage,
                                    new SanitizeBinding(new PostgresNaming(postgres)),
                                    new SanitizeStage(PROFILE)),
                            Ingested.class);
            case SPLIT ->
                    starter.start(
                            staged(
                                    stage,
                                    new SplitBinding(blobs, new PostgresSplitting(postgres)),
                                    new SplitStage(tagger, PROFILE)),
                            Sanitized.class);
            case ANALYZE ->
                    starter.start(
                            staged(
                                    stage,
                                    new AnalyzeBinding(
                                            blobs, new PostgresAnalysis(postgres), exportFollows),
                                    new AnalyzeStage()),
                            Piece.class);
            case RENAME ->
                    starter.start(
                            staged(
                                    stage,
                                    new RenameBinding(
                                            new PostgresSessions(postgres),
                                            new PostgresNaming(postgres)),
                                    new RenameStage(PROFILE)),
                            Analyzed.class);
            case EXPORT ->
                    starter.start(
                            new ExportJob(new PostgresExporting(postgres), blobs, writer),
                            Analyzed.class);
        };
    }

    private <M extends Message, I, R, N extends Message> Job<M, N> staged(
            StageName name, Binding<M, I, R, N> binding, Stage<I, R> stage) {
        return new StagedJob<>(name, binding, new TimedStage<>(stage, THINKING_MAX), blobs);
    }
}
