package crateworks.adapters.s3;

import crateworks.pipeline.port.Mailbox;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.run.SideBySide;
import io.minio.CopyObjectArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.SourceObject;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.UploadObjectArgs;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * The bucket that users drop files into: a mailbox, whose objects are removed when their content is
 * stored and recorded. Keys may hold any characters. An upload in parts shows up when it is whole.
 */
public final class Inbox implements Mailbox {
    /** A single copy may not have more bytes (Amazon S3 API reference, CopyObject). */
    private static final long COPY_BYTES_MAX = 5L << 30;

    /** What was brought into the inbox, and what lay there already; sizes in bytes. */
    public record Pushed(long files, long bytes, long filesThere) {}

    private static final int PUSHED_AT_ONCE = 8;
    private static final int PUSHED_TOGETHER = 256;

    private final StoreClient store;

    public Inbox(StoreClient store) {
        this.store = store;
    }

    /**
     * Goes from folder to folder: servers that keep objects in a file system go through all that
     * lies below what they are asked for, again for each thousand of it.
     */
    @Override
    public void eachSettled(Instant before, Visitor visitor)
            throws IOException, InterruptedException {
        eachBelow("", before, visitor);
    }

    /** As deep as keys can be, which have 1,024 bytes at most. */
    private void eachBelow(String prefix, Instant before, Visitor visitor)
            throws IOException, InterruptedException {
        Iterator<Result<Item>> items =
                store.ask(client -> client.listObjects(folder(prefix)).iterator()).orElseThrow();
        while (store.ask(_ -> items.hasNext()).orElse(false)) {
            Item item = store.ask(_ -> items.next().get()).orElseThrow();
            if (item.isDir() && item.objectName().length() > prefix.length()) {
                eachBelow(item.objectName(), before, visitor);
            } else if (!item.isDir() && item.lastModified().toInstant().isBefore(before)) {
                visitor.visit(
                        new Entry(
                                item.objectName(),
                                item.size(),
                                item.lastModified().toInstant(),
                                unquoted(item.etag())));
            }
        }
    }

    /** A path of a URL cannot have these segments: clients and servers resolve them. */
    @Override
    public boolean isReachable(Entry entry) {
        return Arrays.stream(entry.key().split("/", -1))
                .noneMatch(segment -> segment.equals(".") || segment.equals(".."));
    }

    @Override
    public Optional<InputStream> open(Entry entry) throws Outage {
        var get =
                GetObjectArgs.builder()
                        .bucket(store.settings().inbox())
                        .object(entry.key())
                        .matchETag(entry.version())
                        .build();
        return store.ask(client -> client.getObject(get));
    }

    @Override
    public boolean remove(Entry entry) throws Outage {
        Optional<StatObjectResponse> there = stat(store.settings().inbox(), entry.key());
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

    @Override
    public boolean setAside(Entry entry) throws Outage {
        if (entry.size() > COPY_BYTES_MAX) {
            return false;
        }
        store.createBucket(store.settings().aside());
        // Servers do not agree on conditions of copies. A newer object is copied too at worst;
        // removing checks the version.
        var copy =
                CopyObjectArgs.builder()
                        .bucket(store.settings().aside())
                        .object(asideKey(entry))
                        .source(
                                SourceObject.builder()
                                        .bucket(store.settings().inbox())
                                        .object(entry.key())
                                        .build())
                        .build();
        return store.ask(client -> client.copyObject(copy)).isPresent() && remove(entry);
    }

    /** The entry's own key, or one of its own when another content was set aside under that. */
    private String asideKey(Entry entry) throws Outage {
        return stat(store.settings().aside(), entry.key())
                .filter(there -> !unquoted(there.etag()).equals(entry.version()))
                .map(_ -> entry.version() + "/" + entry.key())
                .orElse(entry.key());
    }

    /**
     * Uploads the files below {@code folder} under their paths in it, without following links, some
     * at a time. A file that lies there already with the same size is left alone.
     */
    public Pushed push(Path folder) throws IOException, InterruptedException {
        var sums = new Sums();
        try (Stream<Path> walk = Files.walk(folder);
                var threads = new SideBySide("push-", PUSHED_AT_ONCE)) {
            Iterator<Path> files = walk.filter(Files::isRegularFile).iterator();
            while (files.hasNext()) {
                var some = new ArrayList<Callable<OptionalLong>>();
                while (files.hasNext() && some.size() < PUSHED_TOGETHER) {
                    Path file = files.next();
                    some.add(() -> push(folder, file));
                }
                threads.all(some).forEach(sums::add);
            }
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        return new Pushed(sums.files, sums.bytes, sums.filesThere);
    }

    /** How many bytes were uploaded; empty when the file lies there already. */
    private OptionalLong push(Path folder, Path file) throws Outage {
        String key = folder.relativize(file).toString().replace('\\', '/');
        try {
            long size = Files.size(file);
            Optional<StatObjectResponse> there = stat(store.settings().inbox(), key);
            if (there.isPresent() && there.get().size() == size) {
                return OptionalLong.empty();
            }
            upload(key, file);
            return OptionalLong.of(size);
        } catch (Outage outage) {
            throw outage;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Sums {
        long files;
        long bytes;
        long filesThere;

        void add(OptionalLong pushed) {
            if (pushed.isPresent()) {
                files++;
                bytes += pushed.getAsLong();
            } else {
                filesThere++;
            }
        }
    }

    /**
     * Uploads a file, unless the same bytes lie under {@code key} already; whether they do now.
     * What lies there and was not taken in yet is never overwritten with something else.
     */
    boolean bring(Path file, String key) throws IOException {
        byte[] own = digest(Files.newInputStream(file));
        Optional<StatObjectResponse> there = stat(store.settings().inbox(), key);
        if (there.isEmpty()) {
            upload(key, file);
            there = stat(store.settings().inbox(), key);
        }
        if (there.isEmpty() || there.get().size() != Files.size(file)) {
            return false;
        }
        return unquoted(there.get().etag()).equals(HexFormat.of().formatHex(own))
                || Arrays.equals(own, digest(content(key)));
    }

    private InputStream content(String key) throws Outage {
        var get = GetObjectArgs.builder().bucket(store.settings().inbox()).object(key).build();
        return store.ask(client -> (InputStream) client.getObject(get))
                .orElseGet(InputStream::nullInputStream);
    }

    /** MD5, which most servers give as the version of what was uploaded in one piece. */
    private static byte[] digest(InputStream content) throws IOException {
        try (InputStream bytes = content) {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            bytes.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    /** Puts {@code bytes} bytes under {@code key}; it shows up when it is whole. */
    public void put(String key, InputStream content, long bytes) throws Outage {
        store.ask(
                client ->
                        client.putObject(
                                PutObjectArgs.builder()
                                        .bucket(store.settings().inbox())
                                        .object(key)
                                        .stream(content, bytes, -1L)
                                        .build()));
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

    private Optional<StatObjectResponse> stat(String bucket, String key) throws Outage {
        var stat = StatObjectArgs.builder().bucket(bucket).object(key).build();
        return store.ask(client -> client.statObject(stat));
    }

    /** Some answers quote the tag and others do not. */
    private static String unquoted(String tag) {
        return tag.replace("\"", "");
    }

    private ListObjectsArgs folder(String prefix) {
        return ListObjectsArgs.builder()
                .bucket(store.settings().inbox())
                .prefix(prefix)
                .useUrlEncodingType(true)
                .build();
    }
}
