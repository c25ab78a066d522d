package crateworks.ingest.archive;

import crateworks.ingest.archive.ArchiveFault.Code;
import java.util.Optional;

/** What has come out of one archive so far. */
final class ArchiveCounts {
    private long entries;
    private long music;
    private long notMusic;
    private long junk;
    private long skipped;
    private long encrypted;
    private long nested;
    private Optional<ArchiveFault> faultInside = Optional.empty();

    void entry(Container in) {
        entries += in.isSingle() ? 0 : 1;
    }

    void count(Extracted extracted) {
        switch (extracted) {
            case Extracted.Member _ -> music++;
            case Extracted.NotMusic _ -> notMusic++;
            case Extracted.Junk _ -> junk++;
            case Extracted.Nested _ -> nested++;
            case Extracted.Skipped(_, ArchiveFault fault) -> {
                skipped++;
                encrypted += fault.code() == Code.ENCRYPTED ? 1 : 0;
            }
        }
    }

    /** Takes over what came out of the archive that this one is the compression of. */
    void adopt(ArchiveEnd inside) {
        music += inside.music();
        notMusic += inside.notMusic();
        junk += inside.junk();
        skipped += inside.skipped();
        nested += inside.nested();
        faultInside = inside.fault();
    }

    ArchiveEnd end(Optional<ArchiveFault> ownFault) {
        Optional<ArchiveFault> fault = faultInside.or(() -> ownFault).map(this::judged);
        if (fault.isEmpty() && isLocked()) {
            fault =
                    Optional.of(
                            new ArchiveFault(Code.ENCRYPTED, Diagnosis.sentence(Code.ENCRYPTED)));
        }
        return new ArchiveEnd(music, notMusic, junk, skipped, nested, fault);
    }

    /** Whether all that came out needs a password. */
    boolean isLocked() {
        return encrypted > 0 && encrypted == skipped && music + notMusic + nested == 0;
    }

    /** An archive that breaks before its first entry is not one. */
    private ArchiveFault judged(ArchiveFault fault) {
        boolean broken = fault.code() == Code.DAMAGED || fault.code() == Code.TRUNCATED;
        return broken && entries + music + notMusic + nested == 0
                ? new ArchiveFault(Code.UNREADABLE_ARCHIVE, fault.sentence())
                : fault;
    }
}
