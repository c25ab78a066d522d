package crateworks.adapters.host;

import crateworks.adapters.kafka.KafkaBacklog;
import crateworks.adapters.kafka.KafkaOutbox;
import crateworks.adapters.kafka.KafkaSettings;
import crateworks.adapters.kafka.LiveProgress;
import crateworks.adapters.kafka.MessageCodec;
import crateworks.adapters.postgres.PostgresRequeue;
import crateworks.adapters.postgres.PostgresSessions;
import crateworks.pipeline.lead.Coordinator;
import crateworks.pipeline.lead.Drive;
import crateworks.pipeline.lead.Route;
import crateworks.pipeline.lead.Search;
import crateworks.pipeline.port.Backlog;
import crateworks.pipeline.port.LiveFigures;
import crateworks.pipeline.port.Outbox;
import crateworks.pipeline.port.Sessions;
import java.nio.file.Path;

/** What it takes to lead runs, beyond hosting stages; closed with its host. */
public final class Lead {
    private final Route route;
    private final Sessions sessions;
    private final PostgresRequeue requeue;
    private final KafkaOutbox outbox;
    private final KafkaBacklog backlog;
    private final LiveProgress figures;

    /**
     * {@code state} is a folder for what is kept between runs and can be made again; {@code
     * analysisVersion} is that of the analysis which the stages do.
     */
    public Lead(StageHost host, Path state, int analysisVersion) {
        KafkaSettings kafka = host.settings().kafka();
        this.route = host.settings().route();
        this.sessions = new PostgresSessions(host.postgres());
        this.requeue = new PostgresRequeue(host.postgres(), analysisVersion);
        this.outbox = host.keep(new KafkaOutbox(kafka, MessageCodec.standard()));
        this.backlog = host.keep(new KafkaBacklog(kafka, route));
        this.figures = host.keep(new LiveProgress(kafka, state.resolve("streams")));
        figures.start();
    }

    public Sessions sessions() {
        return sessions;
    }

    public Outbox outbox() {
        return outbox;
    }

    public Backlog backlog() {
        return backlog;
    }

    public LiveFigures figures() {
        return figures;
    }

    /** Who leads runs that find their files by {@code search} and end on {@code drive}. */
    public Coordinator coordinator(Search search, Drive drive) {
        return new Coordinator(sessions, requeue, backlog, outbox, route, figures, search, drive);
    }
}
