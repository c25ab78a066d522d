package crateworks.ingest.archive;

import java.io.IOException;

/** A fault on its way out of a library's stream; never leaves the package. */
final class Refusal extends IOException {
    private final transient ArchiveFault fault;

    Refusal(ArchiveFault.Code code, String sentence) {
        super(sentence);
        this.fault = new ArchiveFault(code, sentence);
    }

    ArchiveFault fault() {
        return fault;
    }
}
