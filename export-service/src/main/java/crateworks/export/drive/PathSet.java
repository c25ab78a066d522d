package crateworks.export.drive;

import java.util.Arrays;

/**
 * Which paths an index names, in eight bytes each: a hash of 64 bits, so that among a million files
 * of the user's own on a drive of five million one in four million drives hides one of them.
 */
final class PathSet {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private long[] hashes = new long[1024];
    private int count;

    void add(String path) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * count);
        }
        hashes[count++] = hash(path);
    }

    /** To be called when all were added, and before the first question. */
    void seal() {
        hashes = Arrays.copyOf(hashes, count);
        Arrays.sort(hashes);
    }

    boolean contains(String path) {
        return Arrays.binarySearch(hashes, hash(path)) >= 0;
    }

    private static long hash(String path) {
        long hash = FNV_OFFSET;
        for (int at = 0; at < path.length(); at++) {
            hash = (hash ^ path.charAt(at)) * FNV_PRIME;
        }
        return hash;
    }
}
