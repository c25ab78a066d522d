package crateworks.ingest.archive;

import crateworks.ingest.archive.Extracted.Place;
import java.util.List;

/**
 * How often each place has come up in one outermost archive. Places are known by 64 bits of a hash,
 * 12 bytes each: two that share one by chance get other indices, and are no less told apart.
 */
final class PlaceTally {
    private static final int FIRST_SLOTS = 1 << 10;
    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private long[] keys = new long[FIRST_SLOTS];
    private int[] counts = new int[FIRST_SLOTS];
    private int used;

    Place next(List<String> chain) {
        if (used * 2 >= keys.length) {
            grow();
        }
        int slot = slot(keys, counts, hash(chain));
        used += counts[slot] == 0 ? 1 : 0;
        keys[slot] = hash(chain);
        return new Place(chain, counts[slot]++);
    }

    private void grow() {
        var moreKeys = new long[keys.length * 2];
        var moreCounts = new int[keys.length * 2];
        for (int from = 0; from < keys.length; from++) {
            if (counts[from] > 0) {
                int to = slot(moreKeys, moreCounts, keys[from]);
                moreKeys[to] = keys[from];
                moreCounts[to] = counts[from];
            }
        }
        keys = moreKeys;
        counts = moreCounts;
    }

    private static int slot(long[] keys, int[] counts, long key) {
        int slot = (int) (key ^ key >>> Integer.SIZE) & (keys.length - 1);
        while (counts[slot] > 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private static long hash(List<String> chain) {
        long hash = FNV_BASIS;
        for (String name : chain) {
            for (int at = 0; at < name.length(); at++) {
                hash = (hash ^ name.charAt(at)) * FNV_PRIME;
            }
            hash = (hash ^ -1L) * FNV_PRIME;
        }
        return hash;
    }
}
