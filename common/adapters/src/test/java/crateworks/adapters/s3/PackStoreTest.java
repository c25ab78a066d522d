package crateworks.adapters.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crateworks.pipeline.Bytes;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.port.BlobStore;
import crateworks.pipeline.port.DamagedBlob;
import crateworks.pipeline.port.Outage;
import crateworks.testkit.blob.BlobStoreContract;
import io.minio.PutObjectArgs;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackStoreTest extends BlobStoreContract {
    @TempDir static Path folder;

    private static RealStore server;

    private PackStore store;
    private PackStore other;

    @BeforeAll
    static void start() throws Exception {
        server = new RealStore(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        store = server.packs(System.nanoTime());
        other = server.packs(System.nanoTime());
    }

    @AfterEach
    void close() {
        store.close();
        other.close();
    }

    @Override
    protected BlobStore store() {
        return store;
    }

    @Override
    protected BlobStore anotherStoreOfTheSame() {
        return other;
    }

    @Test
    void theContentsOfACallLieBackToBackInOnePack() throws Exception {
        List<BlobRef> refs = store.write(contents(20, 100, 1_000));

        assertThat(refs).extracting(BlobRef::pack).containsOnly(refs.getFirst().pack());
        for (int at = 1; at < refs.size(); at++) {
            BlobRef before = refs.get(at - 1);
            assertThat(refs.get(at).offset()).isEqualTo(before.offset() + before.length());
        }
    }

    @Test
    void aFullPackIsFollowedByAnother() throws Exception {
        List<Bytes> contents = contents(21, 30, 1 << 20);

        List<BlobRef> refs = store.write(contents);

        assertThat(refs.stream().map(BlobRef::pack).distinct()).hasSizeBetween(2, 3);
        assertThat(refs).allMatch(ref -> ref.offset() + ref.length() <= PackStore.PACK_BYTES_MAX);
        assertThat(other.read(refs)).isEqualTo(contents);
    }

    @Test
    void aContentLargerThanAPackHasOneOfItsOwn() throws Exception {
        Bytes large = Bytes.of(new byte[PackStore.PACK_BYTES_MAX + 1]);
        Bytes small = Bytes.of(new byte[] {1});

        List<BlobRef> refs = store.write(List.of(small, large, small));

        assertThat(refs.get(1).offset()).isZero();
        assertThat(refs.get(1).pack()).isNotEqualTo(refs.get(0).pack());
        assertThat(other.read(refs)).containsExactly(small, large, small);
    }

    @Test
    void contentsFarApartInAPackAreReadWithoutTheRest() throws Exception {
        List<BlobRef> refs = store.write(contents(22, 300, 40_000));
        List<BlobRef> few = List.of(refs.get(2), refs.get(3), refs.getLast());

        assertThat(Span.of(few.getFirst().pack(), few))
                .hasSize(2)
                .noneMatch(Span::whole)
                .allMatch(span -> span.length() < 100_000);
        assertThat(other.read(few)).isEqualTo(store.read(few));
    }

    @Test
    void aPackThatWasOverwrittenIsDamagedForOthersAndNotForItsWriter() throws Exception {
        List<Bytes> contents = contents(23, 3, 1_000);
        List<BlobRef> refs = store.write(contents);
        server.client()
                .ask(
                        client ->
                                client.putObject(
                                        PutObjectArgs.builder()
                                                .bucket(server.settings().packs())
                                                .object(refs.getFirst().pack())
                                                .data(new byte[5_000], 5_000)
                                                .build()));

        assertThat(store.read(refs)).isEqualTo(contents);
        assertThatThrownBy(() -> other.read(refs)).isInstanceOf(DamagedBlob.class);
    }

    @Test
    void aPackThatChangesOnItsWayIsRefused() throws Exception {
        try (var upload = new PackUpload(server.client())) {
            assertThatThrownBy(() -> upload.put("changed", new byte[100], new byte[16]))
                    .isInstanceOf(Outage.class)
                    .hasMessageContaining("status 400");
        }
    }

    @Test
    void theCacheIsBounded() {
        var cache = new PackCache(1_000);
        Stream.of("a", "b", "c", "d", "e")
                .forEach(pack -> cache.keep(pack, new PackCache.Kept(new byte[250], List.of())));
        cache.keep("large", new PackCache.Kept(new byte[251], List.of()));

        assertThat(cache.find("a")).isEmpty();
        assertThat(cache.find("large")).isEmpty();
        assertThat(cache.find("b")).isPresent();
        assertThat(cache.find("e")).isPresent();
    }

    @Test
    void theCacheHoldsNoMoreThanSomeHundredPacksHoweverSmall() {
        var cache = new PackCache(1_000_000);
        for (int at = 0; at < 1_000; at++) {
            cache.keep("pack " + at, new PackCache.Kept(new byte[1], List.of()));
        }

        assertThat(cache.find("pack 0")).isEmpty();
        assertThat(cache.find("pack 599")).isEmpty();
        assertThat(cache.find("pack 600")).isPresent();
    }

    @Test
    void aStoreThatIsDownIsAnOutageAndWorksAgainWhenItIsBack(@TempDir Path another)
            throws Exception {
        int port;
        List<Bytes> contents = contents(24, 3, 1_000);
        List<BlobRef> refs;
        var up = new RealStore(another);
        port = up.port();
        try (PackStore packs = up.packs(3);
                PackStore reader = up.packs(4)) {
            refs = packs.write(contents);
            up.stopServer();

            assertThatThrownBy(() -> packs.write(contents))
                    .isInstanceOf(Outage.class)
                    .extracting(outage -> ((Outage) outage).of())
                    .isEqualTo("the object store");
            assertThatThrownBy(() -> reader.read(refs)).isInstanceOf(Outage.class);
            up.close();
            assertThatThrownBy(() -> reader.read(refs)).isInstanceOf(Outage.class);
        }
        try (var again = new RealStore(another, OptionalInt.of(port));
                PackStore packs = again.packs(5)) {
            assertThat(packs.read(refs)).isEqualTo(contents);
        }
    }
}
