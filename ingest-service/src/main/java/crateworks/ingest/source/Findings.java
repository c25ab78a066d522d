package crateworks.ingest.source;

/** Where a walk hands its findings; it may block, and the walk waits as long as it does. */
@FunctionalInterface
public interface Findings {
    void accept(Finding finding) throws InterruptedException;
}
