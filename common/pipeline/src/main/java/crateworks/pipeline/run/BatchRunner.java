package crateworks.pipeline.run;

import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Message;
import crateworks.pipeline.message.Parked;
import crateworks.pipeline.port.DamagedBlob;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Parking;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Performs batches so that neither an outage nor a bad file loses anything: outages are waited out
 * for as long as they last; a batch that fails is halved until the file that is to blame stands
 * alone, and that one is parked when it has failed often enough.
 */
public final class BatchRunner<M extends Message, N extends Message> {
    private static final int MESSAGE_CHARACTERS_MAX = 500;

    private final Job<M, N> job;
    private final Parking parking;
    private final Function<M, String> asText;
    private final RunLimits limits;
    private final Consumer<Optional<Outage>> weather;

    /**
     * A runner of {@code job}.
     *
     * @param asText the record as it stands on the topic, kept with a parked file
     * @param weather told of an outage when it begins, and with empty when it is over
     */
    public BatchRunner(
            Job<M, N> job,
            Parking parking,
            Function<M, String> asText,
            RunLimits limits,
            Consumer<Optional<Outage>> weather) {
        this.job = job;
        this.parking = parking;
        this.asText = asText;
        this.limits = limits;
        this.weather = weather;
    }

    public StageName stage() {
        return job.stage();
    }

    /** Performs {@code batch}; returns when all of it is done, parked files included. */
    public Finished<N> run(List<M> batch) throws NotYet, InterruptedException {
        try {
            return Finished.of(waitingOut(() -> job.perform(batch)));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            return batch.size() == 1 ? runAlone(batch, failure) : runHalves(batch);
        }
    }

    private Finished<N> runHalves(List<M> batch) throws NotYet, InterruptedException {
        int middle = batch.size() / 2;
        return run(batch.subList(0, middle)).and(run(batch.subList(middle, batch.size())));
    }

    private Finished<N> runAlone(List<M> single, Throwable firstFailure)
            throws NotYet, InterruptedException {
        Throwable failure = firstFailure;
        for (int attempt = 1; attempt < limits.attemptsMax(); attempt++) {
            Thread.sleep(limits.pauseAfter(attempt));
            try {
                return Finished.of(waitingOut(() -> job.perform(single)));
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError again) {
                failure = again;
            }
        }
        return park(single.getFirst(), failure);
    }

    private Finished<N> park(M message, Throwable failure) throws NotYet, InterruptedException {
        var parked =
                new Parked(
                        Message.VERSION,
                        message.session(),
                        message.item(),
                        message.key(),
                        job.stage().word(),
                        reasonOf(failure),
                        sentenceOf(failure),
                        limits.attemptsMax(),
                        asText.apply(message));
        waitingOut(
                () -> {
                    parking.park(List.of(parked));
                    return parked;
                });
        return new Finished<>(
                List.of(), List.of(parked), List.of(Tally.parked(job.stage(), message)));
    }

    private static String reasonOf(Throwable failure) {
        return switch (failure) {
            case FileTrouble trouble -> trouble.code();
            case DamagedBlob _ -> "STORE_DAMAGED";
            case StackOverflowError _ -> "NESTED_TOO_DEEP";
            case OutOfMemoryError _ -> "OUT_OF_MEMORY";
            default -> "UNEXPECTED_" + failure.getClass().getSimpleName().toUpperCase(Locale.ROOT);
        };
    }

    private static String sentenceOf(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        String sentence =
                failure instanceof FileTrouble || failure instanceof DamagedBlob
                        ? message
                        : failure.getClass().getSimpleName() + ": " + message;
        return sentence.length() <= MESSAGE_CHARACTERS_MAX
                ? sentence
                : sentence.substring(0, MESSAGE_CHARACTERS_MAX);
    }

    private <T> T waitingOut(Attempt<T> attempt) throws NotYet, InterruptedException {
        for (int outages = 0; ; ) {
            try {
                T value = attempt.make();
                if (outages > 0) {
                    weather.accept(Optional.empty());
                }
                return value;
            } catch (Outage outage) {
                outages++;
                weather.accept(Optional.of(outage));
                Thread.sleep(limits.pauseAfter(outages));
            }
        }
    }

    private interface Attempt<T> {
        T make() throws Outage, NotYet, InterruptedException;
    }
}
