package crateworks.pipeline.lead;

import crateworks.pipeline.StageName;
import crateworks.pipeline.port.Backlog;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Outbox;
import crateworks.pipeline.port.Requeue;
import java.time.Duration;
import java.util.List;

/** Puts items that the database knows, and no topic holds, back before their stage. */
final class Replay {
    private static final int PAGE = 1_000;
    private static final long WAITING_MAX = 10_000;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Requeue requeue;
    private final Outbox outbox;
    private final Backlog backlog;
    private final Route route;

    Replay(Requeue requeue, Outbox outbox, Backlog backlog, Route route) {
        this.requeue = requeue;
        this.outbox = outbox;
        this.backlog = backlog;
        this.route = route;
    }

    void all(long session, StageName stage) throws Outage, InterruptedException {
        if (!route.stages().contains(stage)) {
            return;
        }
        Requeue.Page page = requeue.inFlight(session, stage, 0, PAGE);
        while (!page.messages().isEmpty()) {
            awaitRoom(stage);
            outbox.send(route.topicInto(stage), page.messages(), List.of());
            page = requeue.inFlight(session, stage, page.lastItem(), PAGE);
        }
    }

    private void awaitRoom(StageName stage) throws Outage, InterruptedException {
        while (backlog.waiting().getOrDefault(stage, 0L) > WAITING_MAX) {
            Thread.sleep(PAUSE);
        }
    }
}
