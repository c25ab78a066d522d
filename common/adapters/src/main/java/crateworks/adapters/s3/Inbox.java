package crateworks.adapters.s3;

import crateworks.pipeline.port.Outage;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.UploadObjectArgs;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The bucket that users drop files into: a mailbox, whose objects are removed when their content is
 * stored and recorded. Keys may hold any characters. An upload in parts shows up when it is whole.
 */
public final class Inbox {
    /**
     * An object as it was listed.
     *
     * @param version changes when another object takes the same key
     */
    public record Entry(String key, long size, Instant modified, String version) {}

    /** Told of each entry, in the order of their keys. */
    @FunctionalInterface
    public interface Visitor {
        void visit(Entry entry) throws IOException, InterruptedException;
    }

    /** What was brought into the inbox, and what lay there already; sizes in bytes. */
    public record Pushed(long files, long bytes, long filesThere) {}

    private final StoreClient store;

    public Inbox(StoreClient store) {
        this.store = store;
    }

    /** Visits the objects that nobody has written to since {@code before}, page by page. */
    public void eachSettled(Instant before, Visitor visitor)
            throws IOException, InterruptedException {
        Iterator<Result<Item>> items =
                store.ask(client -> client.listObjects(everything()).iterator()).orElseThrow();
        while (store.ask(_ -> items.hasNext()).orElse(false)) {
            Item item = store.ask(_ -> items.next().get()).orElseThrow();
            Instant modified = item.lastModified().toInstant();
            if (!item.isDir() && modified.isBefore(before)) {
                visitor.visit(
                        new Entry(item.objectName(), item.size(), modified, unquoted(item.etag())));
            }
        }
    }

    /** The content of an entry; empty when it is gone or another object has taken its key. */
    public Optional<InputStream> open(Entry entry) throws Outage {
        var get =
                GetObjectArgs.builder()
                        .bucket(store.settings().inbox())
                        .object(entry.key())
                        .matchETag(entry.version())
                        .build();
        return store.ask(client -> client.getObject(get));
    }

    /** Removes an entry, unless another object has taken its key; tells whether it is gone. */
    public boolean remove(Entry entry) throws Outage {
        Optional<StatObjectResponse> there = stat(entry.key());
        if (there.isPresent() && !unquoted(there.get().etag()).equals(entry.version())) {
            return false;
        }
        var remove =
                RemoveObjectArgs.builder()
                        .bucket(store.settings().inbox())
                        .object(entry.key())
                        .build();
        store.ask(
                client -> {
                    client.removeObject(remove);
                    return entry;
                });
        return true;
    }

    /**
     * Uploads the files below {@code folder} under their paths in it, without following links. A
     * file that lies there already with the same size is left alone.
     */
    public Pushed push(Path folder) throws IOException {
        long files = 0;
        long bytes = 0;
        long filesThere = 0;
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                String key = folder.relativize(file).toString().replace('\\', '/');
                long size = Files.size(file);
                Optional<StatObjectResponse> there = stat(key);
                if (there.isPresent() && there.get().size() == size) {
                    filesThere++;
                    continue;
                }
                upload(key, file);
                files++;
                bytes += size;
            }
        }
        return new Pushed(files, bytes, filesThere);
    }

    private void upload(String key, Path file) throws Outage {
        store.ask(
                client ->
                        client.uploadObject(
                                UploadObjectArgs.builder()
                                        .bucket(store.settings().inbox())
                                        .object(key)
                                        .filename(file.toString())
                                        .build()));
    }

    private Optional<StatObjectResponse> stat(String key) throws Outage {
        var stat = StatObjectArgs.builder().bucket(store.settings().inbox()).object(key).build();
        return store.ask(client -> client.statObject(stat));
    }

    /** Some answers quote the tag and others do not. */
    private static String unquoted(String tag) {
        return tag.replace("\"", "");
    }

    private ListObjectsArgs everything() {
        return ListObjectsArgs.builder()
                .bucket(store.settings().inbox())
                .recursive(true)
                .useUrlEncodingType(true)
                .build();
    }
}
