package crateworks.ingest.archive;

import crateworks.ingest.archive.ArchiveFault.Code;
import java.io.IOException;
import java.util.Optional;

/**
 * What one outermost archive has used of its limits, and whether the ground under the reading gave
 * way. Both are remembered here because libraries wrap, translate or swallow what streams throw.
 */
final class Budget {
    private final ArchiveLimits limits;
    private long sourceBytes;
    private long entries;
    private long expandedBytes;
    private Optional<ArchiveFault> reached = Optional.empty();
    private Optional<IOException> outage = Optional.empty();

    Budget(ArchiveLimits limits) {
        this.limits = limits;
    }

    ArchiveLimits limits() {
        return limits;
    }

    /** The limit that ended the reading. */
    Optional<ArchiveFault> reached() {
        return reached;
    }

    void source(long bytes) {
        sourceBytes += bytes;
    }

    void entries(long count) throws Refusal {
        entries += count;
        if (entries > limits.entriesMax()) {
            throw refuse(
                    Code.TOO_MANY_ENTRIES, "It has more than " + limits.entriesMax() + " entries.");
        }
    }

    void expanded(long bytes) throws Refusal {
        expandedBytes += bytes;
        if (expandedBytes > limits.expandedBytesMax()) {
            String sentence = "It expands to more than " + limits.expandedBytesMax() + " bytes.";
            throw refuse(Code.EXPANDS_TOO_MUCH, sentence);
        }
        boolean overRatio = expandedBytes / limits.ratioMax() > sourceBytes;
        if (expandedBytes > limits.ratioFromBytes() && overRatio) {
            String sentence = "It expands more than " + limits.ratioMax() + " times.";
            throw refuse(Code.EXPANDS_TOO_MUCH, sentence);
        }
    }

    private Refusal refuse(Code code, String sentence) {
        var refusal = new Refusal(code, sentence);
        reached = Optional.of(refusal.fault());
        return refusal;
    }

    /** Remembers that the source or the scratch folder failed, which is no fault of the archive. */
    IOException outage(IOException trouble) {
        outage = Optional.of(trouble);
        return trouble;
    }

    void throwOutage() throws IOException {
        if (outage.isPresent()) {
            throw outage.get();
        }
    }
}
