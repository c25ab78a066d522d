package crateworks.pipeline;

/**
 * The number of one thing in the ledger: a file that was found, or a part that was split from it.
 *
 * <p>Found files are numbered in the order of their discovery, in steps of 2^20; the parts of a
 * file follow from its number and their ordinal, so that doing the split again makes the same
 * numbers. Every part compares greater than every found file: where the same content turns up
 * several times, the smallest number owns it, and so the library does not depend on which worker
 * was faster.
 */
public final class ItemId {
    private static final int ORDINAL_BITS = 20;
    private static final long PART = 1L << 62;

    /** The most parts of one file that have numbers. */
    public static final int PARTS_MAX = (1 << ORDINAL_BITS) - 1;

    private ItemId() {}

    /** The item of the {@code sequence}-th discovery; sequences start at 1. */
    public static long found(long sequence) {
        return sequence << ORDINAL_BITS;
    }

    /** The item of the part with {@code ordinal} (from 0) of the found file {@code item}. */
    public static long part(long item, int ordinal) {
        if (isPart(item) || ordinal < 0 || ordinal >= PARTS_MAX) {
            throw new IllegalArgumentException("no part " + ordinal + " of item " + item);
        }
        return PART | item | (ordinal + 1);
    }

    public static boolean isPart(long item) {
        return (item & PART) != 0;
    }
}
