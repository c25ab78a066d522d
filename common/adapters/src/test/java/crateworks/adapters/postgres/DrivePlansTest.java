package crateworks.adapters.postgres;

import static crateworks.adapters.postgres.Samples.DRIVE;
import static crateworks.adapters.postgres.Samples.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crateworks.pipeline.port.DrivePlans;
import crateworks.pipeline.port.DrivePlans.Placement;
import crateworks.pipeline.port.Exporting.Place;
import crateworks.pipeline.port.Exporting.Placed;
import crateworks.pipeline.run.FileTrouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DrivePlansTest {
    private final Ports ports = new Ports(TestDatabase.empty());
    private final List<Long> files = new ArrayList<>();
    private List<Long> items = List.of();
    private long session;

    @BeforeEach
    void analyzeThreeFiles() throws Exception {
        session = ports.open(Samples.order(List.of(SOURCE), Optional.of(DRIVE)));
        items = ports.find(session, "b", "A", "c");
        ports.ingest(session, items, 1, 2, 3).forEach(claim -> files.add(claim.file()));
        OptionalDouble[] tempi = {
            OptionalDouble.of(129.9), OptionalDouble.of(120), OptionalDouble.empty()
        };
        for (int at = 0; at < 3; at++) {
            ports.naming.record(
                    List.of(
                            Samples.name(
                                    items.get(at), files.get(at), List.of("b", "A", "c").get(at))));
            var row =
                    Samples.music(
                            session, items.get(at), files.get(at), tempi[at], at == 2 ? "" : "Am");
            ports.analysis.record(List.of(row), List.of(), true);
        }
    }

    @Test
    void filesWithoutAPlaceAreGroupedAndSorted() throws Exception {
        assertThat(ports.plans.groups(session, DRIVE))
                .containsExactly(
                        new DrivePlans.Group("Bass", 0, "", 1),
                        new DrivePlans.Group("Bass", 120, "Am", 2));
        assertThat(waiting())
                .containsExactly(
                        new DrivePlans.Waiting(files.get(2), "Bass", 0, "", "c", 0),
                        new DrivePlans.Waiting(files.get(1), "Bass", 120, "Am", "A", 0),
                        new DrivePlans.Waiting(files.get(0), "Bass", 120, "Am", "b", 0));

        ports.plans.place(DRIVE, List.of(new Placement(files.get(2), "Bass/c.mid")));
        assertThat(ports.plans.groups(session, DRIVE)).hasSize(1);
        assertThat(ports.plans.groups(session, "/other")).hasSize(2);
    }

    @Test
    void aPlaceStaysAndIsTakenWhateverItsCase() throws Exception {
        ports.plans.place(DRIVE, List.of(new Placement(files.get(0), "Bass/Ä/One.mid")));
        ports.plans.place(DRIVE, List.of(new Placement(files.get(0), "Bass/Ä/Two.mid")));

        assertThat(ports.plans.taken(DRIVE, "bass/ä")).containsExactly("one.mid");
        assertThat(ports.plans.taken(DRIVE, "Bass")).isEmpty();
        var clash = List.of(new Placement(files.get(1), "BASS/A\u0308/ONE.MID"));
        assertThatThrownBy(() -> ports.plans.place(DRIVE, clash)).isInstanceOf(FileTrouble.class);
        assertThat(ports.exporting.places(DRIVE, files))
                .isEqualTo(Map.of(files.get(0), new Place("Bass/Ä/One.mid", false)));
    }

    @Test
    void whatWasWrittenIsListedByPathUntilTheDriveIsForgotten() throws Exception {
        ports.plans.place(
                DRIVE,
                List.of(
                        new Placement(files.get(0), "x.mid"),
                        new Placement(files.get(1), "a.mid")));
        var written = List.of(placed(0, "x.mid"), placed(1, "a.mid"));
        ports.exporting.record(written, List.of());
        ports.exporting.record(written, List.of());

        assertThat(ports.exporting.places(DRIVE, files))
                .containsEntry(files.get(1), new Place("a.mid", true));
        var entries = new ArrayList<DrivePlans.Entry>();
        ports.plans.eachEntry(DRIVE, entries::add);
        assertThat(entries).extracting(DrivePlans.Entry::path).containsExactly("a.mid", "x.mid");
        assertThat(entries.get(1))
                .isEqualTo(
                        new DrivePlans.Entry(
                                files.get(0),
                                "x.mid",
                                Samples.hash(1).hex(),
                                10,
                                "b",
                                "tune " + items.get(0),
                                "Bass",
                                OptionalDouble.of(129.9),
                                Optional.of("Am"),
                                Optional.of("4/4"),
                                List.of("bass", "funk", "minor")));
        assertThat(ports.conservation.holds(session).files().done()).isEqualTo(2);

        ports.plans.forget(DRIVE);
        assertThat(ports.exporting.places(DRIVE, files)).isEmpty();
    }

    private Placed placed(int at, String path) {
        return new Placed(
                session, items.get(at), files.get(at), DRIVE, path, Samples.hash(at + 1), 10);
    }

    private static DrivePlans.Waiting withoutQuality(DrivePlans.Waiting file) {
        return new DrivePlans.Waiting(
                file.file(), file.category(), file.tempoFrom(), file.key(), file.name(), 0);
    }

    private List<DrivePlans.Waiting> waiting() throws Exception {
        var waiting = new ArrayList<DrivePlans.Waiting>();
        ports.plans.eachWaiting(session, DRIVE, waiting::add);
        waiting.forEach(each -> assertThat(each.quality()).isBetween(0.3, 0.9));
        return waiting.stream().map(DrivePlansTest::withoutQuality).toList();
    }
}
