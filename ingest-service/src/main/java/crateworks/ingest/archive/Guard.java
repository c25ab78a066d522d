package crateworks.ingest.archive;

import java.io.Closeable;
import java.io.IOException;

/** The only place where libraries that read archives are called. */
final class Guard {
    private final Budget budget;

    Guard(Budget budget) {
        this.budget = budget;
    }

    /** Something that reads, and so may fail on any bytes. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    @FunctionalInterface
    interface Step {
        void take() throws IOException;
    }

    void run(Step step) throws IOException, Broken {
        get(
                () -> {
                    step.take();
                    return true;
                });
    }

    /**
     * Reads, and tells what the archive has done wrong. Unchecked exceptions count: on bytes made
     * for it, each of the libraries throws arithmetic and index errors.
     *
     * @throws IOException when not the archive failed, but the disk
     */
    <T> T get(Reading<T> reading) throws IOException, Broken {
        try {
            return reading.read();
        } catch (IOException | RuntimeException e) {
            budget.throwOutage();
            throw new Broken(budget.reached().orElseGet(() -> Diagnosis.of(e)));
        }
    }

    /** What fails while an archive is closed has no bearing on what was read. */
    void close(Closeable opened) throws IOException {
        try {
            run(opened::close);
        } catch (Broken e) {
            return;
        }
    }
}
