package crateworks.adapters.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crateworks.pipeline.Bytes;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.port.DamagedBlob;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackSweepTest {
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    @TempDir Path folder;

    @Test
    void onlyOldPacksThatNoRowSpeaksOfAreRemoved() throws Exception {
        try (var server = new RealStore(folder);
                PackStore store = server.packs(1);
                PackStore reader = server.packs(2)) {
            List<BlobRef> refs = write(store, 5);
            List<String> used = List.of(refs.get(1).pack(), refs.get(3).pack(), "zzz-lost");
            var sweep = new PackSweep(server.client());

            assertThat(sweep.sweep(used.iterator(), Instant.EPOCH, false))
                    .isEqualTo(new PackSweep.Swept(5, 50, 0, 0, 1));
            assertThat(sweep.sweep(used.iterator(), LATER, true))
                    .isEqualTo(new PackSweep.Swept(5, 50, 3, 30, 1));
            assertThat(sweep.sweep(used.iterator(), LATER, false))
                    .isEqualTo(new PackSweep.Swept(5, 50, 3, 30, 1));
            assertThat(sweep.sweep(used.iterator(), LATER, false))
                    .isEqualTo(new PackSweep.Swept(2, 20, 0, 0, 1));

            assertThat(reader.read(List.of(refs.get(1), refs.get(3)))).hasSize(2);
            assertThatThrownBy(() -> reader.read(List.of(refs.get(2))))
                    .isInstanceOf(DamagedBlob.class);
        }
    }

    @Test
    void everyPageOfAListingIsSwept() throws Exception {
        try (var server = new RealStore(folder);
                PackStore store = server.packs(1)) {
            List<BlobRef> refs = write(store, 1_100);
            String kept = refs.get(1_050).pack();

            PackSweep.Swept swept =
                    new PackSweep(server.client()).sweep(List.of(kept).iterator(), LATER, false);

            assertThat(swept).isEqualTo(new PackSweep.Swept(1_100, 11_000, 1_099, 10_990, 0));
        }
    }

    /** Packs of ten bytes, in the order of their names. */
    private static List<BlobRef> write(PackStore store, int count) throws Exception {
        var refs = new ArrayList<BlobRef>();
        for (int pack = 0; pack < count; pack++) {
            byte[] content = new byte[10];
            content[0] = (byte) pack;
            content[1] = (byte) (pack >> 8);
            refs.addAll(store.write(List.of(Bytes.of(content))));
        }
        refs.sort((one, other) -> one.pack().compareTo(other.pack()));
        return refs;
    }
}
