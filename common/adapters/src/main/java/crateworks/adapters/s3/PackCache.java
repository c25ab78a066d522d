package crateworks.adapters.s3;

import crateworks.pipeline.Bytes;
import crateworks.pipeline.message.BlobRef;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The packs that were written or read last, whole and in memory, up to a number of bytes; the one
 * that was not used for longest leaves first. What is known of a pack takes memory too, so that a
 * small one counts as if it were larger.
 */
final class PackCache {
    /** A pack, and those of its contents whose hash is known to be right. */
    static final class Kept {
        private final byte[] content;
        private final Set<BlobRef> sound = ConcurrentHashMap.newKeySet();

        Kept(byte[] content, Collection<BlobRef> sound) {
            this.content = content;
            this.sound.addAll(sound);
        }

        /** The bytes that {@code ref} speaks of; empty when the pack is too short. */
        Optional<Bytes> slice(BlobRef ref) {
            long end = ref.offset() + ref.length();
            if (end > content.length) {
                return Optional.empty();
            }
            return Optional.of(
                    Bytes.of(Arrays.copyOfRange(content, (int) ref.offset(), (int) end)));
        }

        boolean isSound(BlobRef ref) {
            return sound.contains(ref);
        }

        void confirm(BlobRef ref) {
            sound.add(ref);
        }
    }

    private static final int PACKS_MAX = 400;

    private final LinkedHashMap<String, Kept> packs = new LinkedHashMap<>(16, 0.75f, true);
    private final long bytesMax;
    private long bytes;

    PackCache(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    synchronized Optional<Kept> find(String pack) {
        return Optional.ofNullable(packs.get(pack));
    }

    /** Keeps a pack, unless it is so large that it would push out most of the others. */
    synchronized void keep(String pack, Kept kept) {
        if (kept.content.length > bytesMax / 4) {
            return;
        }
        Kept before = packs.put(pack, kept);
        bytes += weight(kept) - (before == null ? 0 : weight(before));
        var oldest = packs.entrySet().iterator();
        while (bytes > bytesMax) {
            bytes -= weight(oldest.next().getValue());
            oldest.remove();
        }
    }

    private long weight(Kept kept) {
        return Math.max(kept.content.length, bytesMax / PACKS_MAX);
    }
}
