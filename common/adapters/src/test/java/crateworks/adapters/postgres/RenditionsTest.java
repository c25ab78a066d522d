package crateworks.adapters.postgres;

import static crateworks.adapters.postgres.Samples.DRIVE;
import static crateworks.adapters.postgres.Samples.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import crateworks.pipeline.ItemId;
import crateworks.pipeline.port.DrivePlans;
import crateworks.pipeline.port.Exporting.Placed;
import crateworks.pipeline.port.Renditions.Chords;
import crateworks.pipeline.port.Renditions.Coming;
import crateworks.pipeline.port.Renditions.Limits;
import crateworks.pipeline.port.Renditions.Made;
import crateworks.pipeline.port.Renditions.Part;
import crateworks.pipeline.port.Renditions.Song;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RenditionsTest {
    private final Ports ports = new Ports(TestDatabase.empty());
    private long session;
    private long song;
    private long part;

    @BeforeEach
    void analyzeASongWithAPart() throws Exception {
        session = ports.open(Samples.order(List.of(SOURCE), Optional.of(DRIVE)));
        long item = ports.wholeWay(session, "a.mid", 1, 2);
        song = ports.ingest(session, item, 1);
        part =
                ports.splitting
                        .record(List.of(Samples.part(session, item, song, 0, 2)), List.of())
                        .getFirst()
                        .file();
        var placed = new ArrayList<Placed>();
        placed.add(placed(item, song, 1));
        placed.add(placed(ItemId.part(item, 0), part, 2));
        assertThat(ports.renditions.coming(session, DRIVE, 1_000)).isEqualTo(new Coming(1, 102));
        ports.exporting.record(placed, List.of());
    }

    @Test
    void partsTellWhatTheirNamesSay() throws Exception {
        assertThat(parts())
                .containsExactly(
                        new Part(
                                part,
                                Samples.blob(2),
                                "part_0.mid",
                                "Bass",
                                OptionalDouble.of(128.5),
                                OptionalDouble.of(120),
                                "Am",
                                16,
                                true,
                                List.of("funk"),
                                List.of()));
        assertThat(parts(new Limits(10, 64, 9))).isEmpty();
        assertThat(parts(new Limits(1_000, 15, 9))).isEmpty();
        assertThat(parts(new Limits(1_000, 64, 0))).isEmpty();
    }

    @Test
    void songsTellTheMonthOfTheirSource() throws Exception {
        var songs = new ArrayList<Song>();
        ports.renditions.eachSong(DRIVE, "song", songs::add);

        assertThat(songs).containsExactly(new Song(song, Samples.blob(1), "safe_a.mid", "2023-11"));
    }

    @Test
    void chordsAreThoseOfFilesOnTheDrive() throws Exception {
        List<Chords> chords = ports.renditions.chords(DRIVE, 10);

        assertThat(chords).extracting(Chords::file).containsExactlyInAnyOrder(song, part);
        assertThat(chords.getFirst().chords()).isEqualTo("[[0.0,1.5,\"Am\"]]");
        assertThat(chords.getFirst().minor()).isTrue();
        assertThat(ports.renditions.chords(DRIVE, 1)).hasSize(1);
        assertThat(ports.renditions.chords("/other", 10)).isEmpty();
    }

    @Test
    void whatWasMadeIsKnownAndPartOfTheIndex() throws Exception {
        var pattern = made("pattern", OptionalLong.of(part), "Patterns/B.mpcpattern", 5);
        var kit = made("kit", OptionalLong.empty(), "Kits/A.xpm", 6);
        ports.renditions.record(DRIVE, List.of(pattern, kit));
        var again = made("pattern", OptionalLong.of(part), "patterns/b.mpcpattern", 7);
        ports.renditions.record(DRIVE, List.of(again));

        assertThat(ports.renditions.made(DRIVE, "pattern")).containsExactly(again);
        assertThat(ports.renditions.made(DRIVE, "kit")).containsExactly(kit);
        assertThat(parts().getFirst().trees()).containsExactly("pattern");
        var entries = new ArrayList<DrivePlans.Entry>();
        ports.plans.eachEntry(DRIVE, entries::add);
        assertThat(entries)
                .extracting(DrivePlans.Entry::path)
                .containsExactly("1.mid", "2.mid", "Kits/A.xpm", "patterns/b.mpcpattern");
        assertThat(entries.getLast().category()).isEqualTo("pattern");
        assertThat(entries.getLast().name()).isEqualTo("b.mpcpattern");
        assertThat(entries.getLast().key()).contains("Am");

        ports.renditions.forget(DRIVE, List.of("Kits/A.xpm", "none"));
        assertThat(ports.renditions.made(DRIVE, "kit")).isEmpty();
        assertThat(ports.renditions.made("/other", "pattern")).isEmpty();

        ports.plans.forget(DRIVE);
        assertThat(ports.renditions.made(DRIVE, "pattern")).isEmpty();
    }

    private List<Part> parts() throws Exception {
        return parts(new Limits(1_000, 64, 9));
    }

    private List<Part> parts(Limits limits) throws Exception {
        var parts = new ArrayList<Part>();
        ports.renditions.eachPart(DRIVE, limits, parts::add);
        return parts;
    }

    private Placed placed(long item, long file, int content) {
        return new Placed(
                session, item, file, DRIVE, content + ".mid", Samples.hash(content), content);
    }

    private static Made made(String tree, OptionalLong file, String path, int content) {
        return new Made(tree, file, path, "", Samples.hash(content), 100 + content);
    }
}
