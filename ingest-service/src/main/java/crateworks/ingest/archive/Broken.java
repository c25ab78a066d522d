package crateworks.ingest.archive;

/** An archive or a member that cannot be read further; never leaves the package. */
final class Broken extends Exception {
    private final transient ArchiveFault fault;

    Broken(ArchiveFault fault) {
        super(fault.sentence(), null, false, false);
        this.fault = fault;
    }

    ArchiveFault fault() {
        return fault;
    }
}
