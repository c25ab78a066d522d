package crateworks.adapters.s3;

import crateworks.pipeline.port.Outage;
import io.minio.ListObjectsArgs;
import io.minio.RemoveObjectsArgs;
import io.minio.Result;
import io.minio.messages.DeleteRequest;
import io.minio.messages.DeleteResult;
import io.minio.messages.Item;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Removes the packs that no row speaks of. */
public final class PackSweep {
    /** What a sweep has seen and removed; sizes in bytes. */
    public record Swept(
            long packs, long bytes, long removedPacks, long removedBytes, long missingPacks) {}

    private static final int REMOVE_AT_ONCE = 1_000;

    private final StoreClient store;

    public PackSweep(StoreClient store) {
        this.store = store;
    }

    /**
     * Removes every pack that is not among {@code used} and was stored before {@code before}; the
     * rows of a younger one may just not be written yet.
     *
     * @param used the names of the packs that rows speak of, ascending; asked for one by one
     * @param dryRun counts and removes nothing
     */
    public Swept sweep(Iterator<String> used, Instant before, boolean dryRun) throws Outage {
        var pass = new Pass(used, before, dryRun);
        store.ask(
                client -> {
                    var all =
                            ListObjectsArgs.builder()
                                    .bucket(store.settings().packs())
                                    .recursive(true)
                                    .build();
                    for (Result<Item> item : client.listObjects(all)) {
                        pass.look(item.get());
                    }
                    return pass;
                });
        pass.remove();
        pass.countMissingUpTo("\uffff");
        return pass.swept();
    }

    private final class Pass {
        private final Iterator<String> used;
        private final Instant before;
        private final boolean dryRun;
        private final List<DeleteRequest.Object> unused = new ArrayList<>();
        private String nextUsed;
        private boolean usedLeft = true;
        private long packs;
        private long bytes;
        private long removedPacks;
        private long removedBytes;
        private long missingPacks;

        Pass(Iterator<String> used, Instant before, boolean dryRun) {
            this.used = used;
            this.before = before;
            this.dryRun = dryRun;
            this.nextUsed = "";
            advance();
        }

        void look(Item item) throws Outage {
            String pack = item.objectName();
            packs++;
            bytes += item.size();
            countMissingUpTo(pack);
            if (usedLeft && nextUsed.equals(pack)) {
                advance();
            } else if (item.lastModified().toInstant().isBefore(before)) {
                removedPacks++;
                removedBytes += item.size();
                unused.add(new DeleteRequest.Object(pack));
                if (unused.size() == REMOVE_AT_ONCE) {
                    remove();
                }
            }
        }

        void countMissingUpTo(String pack) {
            while (usedLeft && nextUsed.compareTo(pack) < 0) {
                missingPacks++;
                advance();
            }
        }

        void remove() throws Outage {
            if (unused.isEmpty() || dryRun) {
                unused.clear();
                return;
            }
            var args =
                    RemoveObjectsArgs.builder()
                            .bucket(store.settings().packs())
                            .objects(List.copyOf(unused))
                            .build();
            store.ask(
                    client -> {
                        for (Result<DeleteResult.Error> error : client.removeObjects(args)) {
                            throw new Outage(StoreClient.OUT, error.get().message());
                        }
                        return args;
                    });
            unused.clear();
        }

        Swept swept() {
            return new Swept(packs, bytes, removedPacks, removedBytes, missingPacks);
        }

        private void advance() {
            usedLeft = used.hasNext();
            nextUsed = usedLeft ? used.next() : "";
        }
    }
}
