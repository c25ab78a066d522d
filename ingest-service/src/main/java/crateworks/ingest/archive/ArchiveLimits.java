package crateworks.ingest.archive;

/**
 * How far an archive may go. Everything counts over one outermost archive and all that is nested in
 * it. Why these numbers: docs/rationale/archives.md.
 *
 * @param depthMax archives inside each other; a compressed tar counts as two
 * @param entriesMax entries of any kind
 * @param expandedBytesMax bytes that come out of decoders, counted as they come
 * @param memberBytesMax bytes of a member that is kept
 * @param ratioMax bytes out for one byte in, from {@code ratioFromBytes} on
 * @param ratioFromBytes bytes out below which any ratio is fine
 * @param spoolBytesMax bytes of nested archives that lie in memory; what is beyond goes to disk
 * @param scratchBytesMax bytes of nested archives that lie on disk at a moment
 * @param decoderBytesMax memory that one decoder may ask for, which the archive chooses
 */
public record ArchiveLimits(
        int depthMax,
        long entriesMax,
        long expandedBytesMax,
        int memberBytesMax,
        int ratioMax,
        long ratioFromBytes,
        int spoolBytesMax,
        long scratchBytesMax,
        long decoderBytesMax) {
    private static final int MIB = 1 << 20;
    private static final long GIB = 1L << 30;

    public ArchiveLimits {
        boolean positive =
                depthMax > 0
                        && entriesMax > 0
                        && expandedBytesMax > 0
                        && memberBytesMax > 0
                        && ratioMax > 0
                        && ratioFromBytes > 0
                        && spoolBytesMax > 0
                        && scratchBytesMax > 0
                        && decoderBytesMax > 0;
        if (!positive) {
            throw new IllegalArgumentException("every limit of an archive is more than 0");
        }
    }

    public static ArchiveLimits defaults() {
        return new ArchiveLimits(
                8, 2_500_000, 64 * GIB, 64 * MIB, 250, 64 * MIB, 32 * MIB, 8 * GIB, 256 * MIB);
    }
}
