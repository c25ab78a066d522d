package crateworks.export;

import crateworks.pipeline.Bytes;
import crateworks.pipeline.ContentHash;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.port.BlobStore;
import crateworks.pipeline.port.DamagedBlob;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.Blake3;

/** Contents in memory. */
public final class MemoryBlobs implements BlobStore {
    private final Map<ContentHash, Bytes> contents = new HashMap<>();
    int read;

    public static ContentHash blake3(Bytes content) {
        return ContentHash.of(Blake3.hash(content.array()));
    }

    @Override
    public ContentHash hash(Bytes content) {
        return blake3(content);
    }

    @Override
    public List<BlobRef> write(List<Bytes> stored) {
        var refs = new ArrayList<BlobRef>();
        for (Bytes content : stored) {
            contents.put(hash(content), content);
            refs.add(new BlobRef("pack", 0, content.length(), hash(content)));
        }
        return refs;
    }

    @Override
    public List<Bytes> read(List<BlobRef> refs) {
        var found = new ArrayList<Bytes>();
        for (BlobRef ref : refs) {
            Bytes content = contents.get(ref.hash());
            if (content == null) {
                throw new DamagedBlob("no content " + ref.hash().hex());
            }
            found.add(content);
            read++;
        }
        return found;
    }
}
