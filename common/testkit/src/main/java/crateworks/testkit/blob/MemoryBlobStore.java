package crateworks.testkit.blob;

import crateworks.pipeline.Bytes;
import crateworks.pipeline.ContentHash;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.port.BlobStore;
import crateworks.pipeline.port.DamagedBlob;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.codec.digest.Blake3;

/** A blob store in memory; every content is a pack of its own. */
public final class MemoryBlobStore implements BlobStore {
    private final Map<String, byte[]> packs = new ConcurrentHashMap<>();
    private final AtomicLong written = new AtomicLong();

    @Override
    public ContentHash hash(Bytes content) {
        return content.hash(bytes -> ContentHash.of(Blake3.hash(bytes)));
    }

    @Override
    public List<BlobRef> write(List<Bytes> contents) {
        var refs = new ArrayList<BlobRef>();
        for (Bytes content : contents) {
            String pack = "pack-" + written.incrementAndGet();
            packs.put(pack, content.array());
            refs.add(new BlobRef(pack, 0, content.length(), hash(content)));
        }
        return refs;
    }

    @Override
    public List<Bytes> read(List<BlobRef> refs) {
        return refs.stream().map(this::read).toList();
    }

    /** The packs that are there. */
    public int packCount() {
        return packs.size();
    }

    /** Changes the last byte of a pack, as a failing disk would. */
    public void damage(String pack) {
        packs.computeIfPresent(
                pack,
                (_, content) -> {
                    byte[] damaged = content.clone();
                    damaged[damaged.length - 1] ^= 1;
                    return damaged;
                });
    }

    private Bytes read(BlobRef ref) {
        byte[] pack =
                Optional.ofNullable(packs.get(ref.pack()))
                        .orElseThrow(() -> new DamagedBlob("pack " + ref.pack() + " is gone"));
        int end = (int) Math.min(pack.length, ref.offset() + ref.length());
        var content = Bytes.of(Arrays.copyOfRange(pack, (int) Math.min(end, ref.offset()), end));
        if (!hash(content).equals(ref.hash())) {
            throw new DamagedBlob("the content at " + ref.offset() + " of " + ref.pack());
        }
        return content;
    }
}
