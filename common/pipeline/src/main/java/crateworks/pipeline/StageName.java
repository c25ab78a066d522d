package crateworks.pipeline;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The stages in the order of the flow: the one list behind topics, groups, metrics and rows. */
public enum StageName {
    INGEST("found", "ingested", 16),
    SANITIZE("ingested", "sanitized", 32),
    SPLIT("sanitized", "split", 16),
    ANALYZE("split", "analyzed", 24),
    RENAME("analyzed", "renamed", 32),
    EXPORT("renamed", "exported", 8);

    /** One record for each file that a stage gave up on. */
    public static final String PARKED_TOPIC = "crateworks.parked";

    /** One record for each batch of a stage. */
    public static final String PROGRESS_TOPIC = "crateworks.progress";

    private final String in;
    private final String out;
    private final int workers;

    StageName(String in, String out, int workers) {
        this.in = "crateworks." + in;
        this.out = "crateworks." + out;
        this.workers = workers;
    }

    /** The topic whose records this stage works on. */
    public String topicIn() {
        return in;
    }

    /** The topic that this stage writes to. */
    public String topicOut() {
        return out;
    }

    /** How many workers a cluster gives this stage unless told otherwise. */
    public int workersByDefault() {
        return workers;
    }

    /** The stage that users call so, in any case; empty when there is none. */
    public static Optional<StageName> named(String word) {
        return Arrays.stream(values())
                .filter(stage -> stage.name().equalsIgnoreCase(word.strip()))
                .findFirst();
    }

    /** The name as users write it: {@code ingest}, {@code sanitize} ... */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
