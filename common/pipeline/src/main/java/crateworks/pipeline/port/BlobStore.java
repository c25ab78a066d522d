package crateworks.pipeline.port;

import crateworks.pipeline.Bytes;
import crateworks.pipeline.ContentHash;
import crateworks.pipeline.message.BlobRef;
import java.util.List;

/**
 * Contents, written many at a time into packs and named by their BLAKE3.
 *
 * <p>What was written once is never changed. Reading checks every content against its hash.
 */
public interface BlobStore {
    /** The BLAKE3 of {@code content}. */
    ContentHash hash(Bytes content);

    /**
     * Stores all contents, those of one call next to each other, and returns where, in their order.
     * When this returns they are stored; when it throws, nothing was promised.
     */
    List<BlobRef> write(List<Bytes> contents) throws Outage, InterruptedException;

    /**
     * Reads contents in the order of {@code refs}, with few large reads.
     *
     * @throws Outage when the store cannot be reached
     * @throws DamagedBlob when a content is missing or does not have its hash
     */
    List<Bytes> read(List<BlobRef> refs) throws Outage, InterruptedException;
}
