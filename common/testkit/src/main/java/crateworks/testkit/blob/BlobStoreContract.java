package crateworks.testkit.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crateworks.pipeline.Bytes;
import crateworks.pipeline.ContentHash;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.port.BlobStore;
import crateworks.pipeline.port.DamagedBlob;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link BlobStore} must keep; each implementation extends this. */
public abstract class BlobStoreContract {
    /** BLAKE3 of nothing, from the test vectors of the reference implementation. */
    private static final String HASH_OF_NOTHING =
            "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262";

    /** A store that may hold things already. */
    protected abstract BlobStore store();

    /** The same contents, seen through another store, as another process would. */
    protected abstract BlobStore anotherStoreOfTheSame();

    @Test
    void aContentIsNamedByItsBlake3() {
        assertThat(store().hash(Bytes.of(new byte[0]))).isEqualTo(new ContentHash(HASH_OF_NOTHING));
    }

    @Test
    void whatIsWrittenIsReadByAnother() throws Exception {
        List<Bytes> contents = contents(7, 40, 30_000);

        List<BlobRef> refs = store().write(contents);

        assertThat(store().read(refs)).isEqualTo(contents);
        assertThat(anotherStoreOfTheSame().read(refs)).isEqualTo(contents);
    }

    @Test
    void aReferenceTellsTheHashAndTheLength() throws Exception {
        List<Bytes> contents = contents(8, 20, 2_000);

        List<BlobRef> refs = store().write(contents);

        assertThat(refs).extracting(BlobRef::length).isEqualTo(lengths(contents));
        assertThat(refs)
                .extracting(BlobRef::hash)
                .isEqualTo(contents.stream().map(store()::hash).toList());
    }

    @Test
    void contentsAreReadInTheOrderOfTheReferences() throws Exception {
        List<Bytes> contents = contents(9, 50, 5_000);
        var refs = new ArrayList<>(store().write(contents));
        var shuffled = new ArrayList<>(refs);
        Collections.shuffle(shuffled, new Random(9));
        shuffled.add(refs.getFirst());
        shuffled.add(refs.getFirst());

        List<Bytes> read = anotherStoreOfTheSame().read(shuffled);

        assertThat(read)
                .isEqualTo(shuffled.stream().map(ref -> contents.get(refs.indexOf(ref))).toList());
    }

    @Test
    void contentsOfSeveralWritesAreReadTogether() throws Exception {
        List<Bytes> first = contents(10, 5, 1_000);
        List<Bytes> second = contents(11, 5, 1_000);
        var refs = new ArrayList<>(store().write(first));
        refs.addAll(store().write(second));

        assertThat(anotherStoreOfTheSame().read(refs))
                .hasSize(10)
                .startsWith(first.toArray(Bytes[]::new))
                .endsWith(second.toArray(Bytes[]::new));
    }

    @Test
    void emptyAndRepeatedContentsKeepTheirPlaces() throws Exception {
        Bytes nothing = Bytes.of(new byte[0]);
        Bytes word = Bytes.of("word".getBytes(StandardCharsets.UTF_8));
        List<Bytes> contents = List.of(nothing, word, nothing, word);

        List<BlobRef> refs = store().write(contents);

        assertThat(anotherStoreOfTheSame().read(refs)).isEqualTo(contents);
        assertThat(store().write(List.of())).isEmpty();
        assertThat(store().read(List.of())).isEmpty();
    }

    @Test
    void aContentThatDoesNotHaveItsHashIsDamaged() throws Exception {
        List<BlobRef> refs = store().write(contents(12, 2, 1_000));
        BlobRef first = refs.getFirst();
        var wrong = new BlobRef(first.pack(), first.offset(), 500, refs.getLast().hash());

        assertThatThrownBy(() -> store().read(List.of(wrong))).isInstanceOf(DamagedBlob.class);
        assertThatThrownBy(() -> anotherStoreOfTheSame().read(List.of(wrong)))
                .isInstanceOf(DamagedBlob.class);
    }

    @Test
    void aContentThatIsGoneIsDamaged() throws Exception {
        BlobRef there = store().write(contents(13, 1, 1_000)).getFirst();
        var absent = new BlobRef("no-such-pack", 0, there.length(), there.hash());

        assertThatThrownBy(() -> store().read(List.of(there, absent)))
                .isInstanceOf(DamagedBlob.class);
    }

    @Test
    void aContentBeyondTheEndOfItsPackIsDamaged() throws Exception {
        BlobRef there = store().write(contents(14, 1, 1_000)).getFirst();
        var beyond = new BlobRef(there.pack(), 1_000_000, there.length(), there.hash());

        assertThatThrownBy(() -> anotherStoreOfTheSame().read(List.of(beyond)))
                .isInstanceOf(DamagedBlob.class);
    }

    /** Contents that all differ, of lengths from 1 to {@code bytesMax}. */
    protected static List<Bytes> contents(long seed, int count, int bytesMax) {
        var random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(
                        _ -> {
                            byte[] content = new byte[8 + random.nextInt(bytesMax)];
                            random.nextBytes(content);
                            return Bytes.of(content);
                        })
                .toList();
    }

    private static List<Integer> lengths(List<Bytes> contents) {
        return contents.stream().map(Bytes::length).toList();
    }
}
