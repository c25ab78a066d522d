package crateworks.adapters.s3;

import crateworks.pipeline.Bytes;
import crateworks.pipeline.ContentHash;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.port.BlobStore;
import crateworks.pipeline.port.DamagedBlob;
import crateworks.pipeline.port.Measures;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.run.Prefetch;
import io.minio.GetObjectArgs;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.Blake3;

/**
 * Contents in packs, each an object of up to {@value #PACK_BYTES_MAX} bytes in the object store.
 *
 * <p>Packs are never changed. One that was written for a batch which is done again later is spoken
 * of by no row, and {@link PackSweep} removes it. May be used by many threads.
 */
public final class PackStore implements BlobStore, AutoCloseable {
    static final int PACK_BYTES_MAX = 8 << 20;

    private final StoreClient store;
    private final Supplier<String> keys;
    private final PackUpload upload;
    private final PackCache cache;
    private final Prefetch prefetch;
    private final Measures measures;

    /**
     * The packs of a store, which stays open when this is closed.
     *
     * @param keys gives every pack a name that no other ever has, see {@link PackKeys}
     */
    public PackStore(StoreClient store, Supplier<String> keys) {
        this(store, keys, Measures.NONE);
    }

    /** The same, with {@code measures} told of what is written. */
    public PackStore(StoreClient store, Supplier<String> keys, Measures measures) {
        this.store = store;
        this.measures = measures;
        this.keys = keys;
        this.upload = new PackUpload(store);
        this.cache = new PackCache(store.settings().cacheBytesMax());
        this.prefetch = new Prefetch(store.settings().atOnceMax());
    }

    @Override
    public ContentHash hash(Bytes content) {
        return content.hash(PackStore::blake3);
    }

    @Override
    public List<BlobRef> write(List<Bytes> contents) throws Outage, InterruptedException {
        PackPlan plan = PackPlan.of(contents, this::hash, PACK_BYTES_MAX, keys);
        fetched(
                plan.packs(),
                pack -> {
                    byte[] content = pack.content().array();
                    upload.put(pack.key(), content);
                    measures.packWritten(content.length);
                    cache.keep(pack.key(), new PackCache.Kept(content, pack.refs()));
                    return pack;
                });
        return List.copyOf(plan.refs());
    }

    @Override
    public List<Bytes> read(List<BlobRef> refs) throws Outage, InterruptedException {
        var found = new HashMap<BlobRef, Bytes>();
        var missing = new LinkedHashMap<String, List<BlobRef>>();
        for (BlobRef ref : refs) {
            Optional<PackCache.Kept> kept = cache.find(ref.pack());
            if (ref.length() == 0) {
                found.put(ref, verified(ref, Bytes.of(new byte[0])));
            } else if (kept.isPresent()) {
                found.computeIfAbsent(ref, wanted -> cut(wanted, kept.get()));
            } else {
                missing.computeIfAbsent(ref.pack(), _ -> new ArrayList<>()).add(ref);
            }
        }
        var spans = new ArrayList<Span>();
        missing.forEach((pack, wanted) -> spans.addAll(Span.of(pack, wanted)));
        for (Map<BlobRef, Bytes> slices : fetched(spans, this::slices)) {
            found.putAll(slices);
        }
        return refs.stream().map(ref -> of(found, ref)).toList();
    }

    @Override
    public void close() {
        prefetch.close();
        upload.close();
    }

    /** The BLAKE3 of some bytes. */
    public static ContentHash blake3(byte[] content) {
        return ContentHash.of(Blake3.hash(content));
    }

    private static Bytes of(Map<BlobRef, Bytes> found, BlobRef ref) {
        Bytes content = found.get(ref);
        if (content == null) {
            throw new IllegalStateException("nobody fetched " + ref);
        }
        return content;
    }

    /** A whole pack is kept for those who want its other contents; a part of one is not. */
    private Map<BlobRef, Bytes> slices(Span span) throws IOException {
        byte[] content = get(span);
        var kept = new PackCache.Kept(content, List.of());
        if (span.whole()) {
            cache.keep(span.pack(), kept);
        }
        var slices = new HashMap<BlobRef, Bytes>();
        for (BlobRef ref : span.wanted()) {
            slices.put(
                    ref,
                    span.whole() ? cut(ref, kept) : verified(ref, cutAt(ref, span.offset(), kept)));
        }
        return slices;
    }

    private byte[] get(Span span) throws IOException {
        var get = GetObjectArgs.builder().bucket(store.settings().packs()).object(span.pack());
        if (!span.whole()) {
            get.offset(span.offset()).length(span.length());
        }
        return store.ask(
                        client -> {
                            try (InputStream content = client.getObject(get.build())) {
                                return content.readAllBytes();
                            }
                        })
                .orElseThrow(() -> new DamagedBlob("pack " + span.pack() + " is gone"));
    }

    private Bytes cut(BlobRef ref, PackCache.Kept kept) {
        Bytes content = kept.slice(ref).orElseThrow(() -> tooShort(ref));
        if (kept.isSound(ref)) {
            content.hash(_ -> ref.hash());
            return content;
        }
        verified(ref, content);
        kept.confirm(ref);
        return content;
    }

    private static Bytes cutAt(BlobRef ref, long from, PackCache.Kept kept) {
        var within = new BlobRef(ref.pack(), ref.offset() - from, ref.length(), ref.hash());
        return kept.slice(within).orElseThrow(() -> tooShort(ref));
    }

    private Bytes verified(BlobRef ref, Bytes content) {
        if (!hash(content).equals(ref.hash())) {
            throw new DamagedBlob(
                    "the content at " + ref.offset() + " of pack " + ref.pack() + " was changed");
        }
        return content;
    }

    private static DamagedBlob tooShort(BlobRef ref) {
        return new DamagedBlob("pack " + ref.pack() + " ends before " + ref.offset());
    }

    private <K, V> List<V> fetched(List<K> keys, Prefetch.Fetch<K, V> fetch)
            throws Outage, InterruptedException {
        try {
            return prefetch.all(keys, fetch);
        } catch (IOException e) {
            throw StoreClient.outage(e);
        }
    }
}
