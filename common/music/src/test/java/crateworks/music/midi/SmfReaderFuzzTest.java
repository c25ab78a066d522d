package crateworks.music.midi;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.music.split.NotesKept;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Repeat one seed with {@code -Dseed=17}, run more with {@code -Dseeds=5000}. */
class SmfReaderFuzzTest {
    private static final int SEEDS = 300;

    static LongStream seeds() {
        String one = System.getProperty("seed");
        return one != null
                ? LongStream.of(Long.parseLong(one))
                : LongStream.range(0, Long.getLong("seeds", SEEDS));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void damagedFilesAreReadOrRefused(long seed) {
        var random = new Random(seed);
        byte[] whole = RandomFile.bytes(random);
        byte[] damaged = damage(whole, random);

        assertBounded(damaged, seed);
        assertBounded(Arrays.copyOf(whole, random.nextInt(whole.length)), seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void randomEventsAreReadOrRefused(long seed) {
        var random = new Random(seed);
        byte[] body = new byte[random.nextInt(2000)];
        random.nextBytes(body);

        assertBounded(body, seed);
        Smf smf = Smf.header(random.nextInt(4), 1, random.nextInt(0x10000));
        assertBounded(smf.hex("4D54726B").number32(body.length).raw(body).toArray(), seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void randomFilesNeedNoRepair(long seed) {
        var random = new Random(seed);
        Reading.Legible reading = Read.legible(SmfReader.read(RandomFile.bytes(random)));

        assertThat(reading.repairs()).as("seed %d", seed).isEmpty();
    }

    private static byte[] damage(byte[] whole, Random random) {
        byte[] damaged = whole.clone();
        int times = 1 + random.nextInt(20);
        for (int count = 0; count < times; count++) {
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return damaged;
    }

    private static void assertBounded(byte[] bytes, long seed) {
        switch (SmfReader.read(bytes)) {
            case Reading.Illegible(int offset, var _) ->
                    assertThat(offset).as("seed %d", seed).isBetween(0, bytes.length);
            case Reading.Legible(var file, var repairs) -> {
                assertThat(file.events().count()).as("seed %d", seed).isLessThan(bytes.length);
                assertThat(repairs.size()).isLessThanOrEqualTo(Departure.values().length);
                NotesKept.check("seed " + seed, file);
            }
        }
    }
}
