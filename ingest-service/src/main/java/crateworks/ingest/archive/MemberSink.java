package crateworks.ingest.archive;

/** Where the members of an archive go; it may block, and reading waits as long as it does. */
@FunctionalInterface
public interface MemberSink {
    void accept(Extracted extracted) throws InterruptedException;
}
