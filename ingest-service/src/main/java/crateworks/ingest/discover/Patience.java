package crateworks.ingest.discover;

import crateworks.pipeline.port.Outage;

/** Does a thing until no outage is in its way. */
final class Patience {
    private Patience() {}

    interface Attempt<T> {
        T make() throws Outage, InterruptedException;
    }

    static <T> T with(Attempt<T> attempt, int pauseMillis) throws InterruptedException {
        while (true) {
            try {
                return attempt.make();
            } catch (Outage outage) {
                Thread.sleep(pauseMillis);
            }
        }
    }
}
