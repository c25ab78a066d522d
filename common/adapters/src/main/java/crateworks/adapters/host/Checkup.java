package crateworks.adapters.host;

import crateworks.pipeline.port.Outage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks something outside whether it is there, and gives up after a while. */
public final class Checkup {
    private Checkup() {}

    /** A question that fails when what it asks is not there. */
    public interface Question {
        void ask() throws Outage;
    }

    /** What is wrong; empty when the answer came in time. */
    public static Optional<String> trouble(Question question, Duration patience) {
        var asking =
                new FutureTask<>(
                        () -> {
                            question.ask();
                            return true;
                        });
        Thread.ofVirtual().name("checkup").start(asking);
        try {
            asking.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (TimeoutException e) {
            asking.cancel(true);
            return Optional.of("no answer within " + patience.toSeconds() + " s");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return Optional.of(String.valueOf(cause.getMessage()));
        } catch (InterruptedException e) {
            asking.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.of("the question was interrupted");
        }
    }
}
