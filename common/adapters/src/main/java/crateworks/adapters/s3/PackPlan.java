package crateworks.adapters.s3;

import crateworks.pipeline.Bytes;
import crateworks.pipeline.ContentHash;
import crateworks.pipeline.message.BlobRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How contents are laid out in packs: back to back in their order, each content once, in as few
 * packs as hold them. A content that is larger than a pack has one of its own.
 */
final class PackPlan {
    /** A pack to be stored. */
    record Pack(String key, Bytes content, List<BlobRef> refs) {
        Pack {
            refs = List.copyOf(refs);
        }
    }

    private final List<Pack> packs = new ArrayList<>();
    private final Map<ContentHash, BlobRef> placed = new HashMap<>();
    private final List<BlobRef> refs = new ArrayList<>();

    private PackPlan() {}

    static PackPlan of(
            List<Bytes> contents,
            Function<Bytes, ContentHash> hasher,
            int packBytesMax,
            Supplier<String> keys) {
        var plan = new PackPlan();
        var open = new Open(keys.get());
        for (Bytes content : contents) {
            ContentHash hash = hasher.apply(content);
            BlobRef known = plan.placed.get(hash);
            if (known == null) {
                if (!open.parts.isEmpty() && open.bytes + (long) content.length() > packBytesMax) {
                    plan.close(open);
                    open = new Open(keys.get());
                }
                known = open.add(content, hash);
                plan.placed.put(hash, known);
            }
            plan.refs.add(known);
        }
        plan.close(open);
        return plan;
    }

    List<Pack> packs() {
        return packs;
    }

    /** Where each content lies, in the order of the contents. */
    List<BlobRef> refs() {
        return refs;
    }

    private void close(Open open) {
        if (open.bytes > 0) {
            packs.add(new Pack(open.key, Bytes.of(open.joined()), open.refs));
        }
    }

    private static final class Open {
        private final String key;
        private final List<Bytes> parts = new ArrayList<>();
        private final List<BlobRef> refs = new ArrayList<>();
        private int bytes;

        private Open(String key) {
            this.key = key;
        }

        private BlobRef add(Bytes content, ContentHash hash) {
            var ref = new BlobRef(key, bytes, content.length(), hash);
            parts.add(content);
            refs.add(ref);
            bytes += content.length();
            return ref;
        }

        private byte[] joined() {
            if (parts.size() == 1) {
                return parts.getFirst().array();
            }
            byte[] joined = new byte[bytes];
            int offset = 0;
            for (Bytes part : parts) {
                System.arraycopy(part.array(), 0, joined, offset, part.length());
                offset += part.length();
            }
            return joined;
        }
    }
}
