package crateworks.adapters.postgres;

import static crateworks.adapters.postgres.Samples.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import crateworks.pipeline.ItemId;
import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Ingested;
import crateworks.pipeline.message.Message;
import crateworks.pipeline.message.Parked;
import crateworks.pipeline.message.TagMark;
import crateworks.pipeline.port.Catalog;
import crateworks.pipeline.port.Ingestion.Content;
import crateworks.pipeline.port.UserValues.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private final Ports ports = new Ports(TestDatabase.empty());
    private static final Map<Field, String> SET =
            Map.of(
                    Field.BPM, "90.5",
                    Field.KEY, "C",
                    Field.MODE, "major",
                    Field.CATEGORY, "Chords",
                    Field.NAME, "mine");

    private static final Catalog.Figures FIGURES =
            new Catalog.Figures(
                    "bass",
                    "MONO",
                    OptionalInt.of(36),
                    OptionalInt.empty(),
                    OptionalDouble.of(4.25),
                    OptionalDouble.empty(),
                    OptionalDouble.of(90.5),
                    OptionalDouble.empty(),
                    "GROOVE",
                    "",
                    OptionalDouble.of(0.6),
                    List.of("ROLL"),
                    "{\"KICK\":4}");

    private long session;

    @BeforeEach
    void open() throws Exception {
        session = ports.open(Samples.order());
    }

    @Test
    void aRowTellsAllThatIsKnown() throws Exception {
        long item = ports.wholeWay(session, "folder/a.mid", 1, 2);
        long copy = ports.find(session, "copy.mid").getFirst();
        ports.ingest(session, copy, 1);

        List<Catalog.Row> rows = rows();

        Catalog.Row whole = rows.get(0);
        List<String> places = List.of(SOURCE + "/folder/a.mid", SOURCE + "/copy.mid");
        assertThat(whole)
                .isEqualTo(
                        new Catalog.Row(
                                whole.id(),
                                OptionalLong.empty(),
                                "source",
                                Samples.hash(1).hex(),
                                1_001,
                                places.getFirst(),
                                "safe_folder/a.mid",
                                "tune " + item,
                                1,
                                3,
                                101,
                                "RUNNING_STATUS",
                                OptionalInt.empty(),
                                OptionalInt.empty(),
                                "done",
                                OptionalDouble.of(128.5),
                                0.8,
                                "tempo event",
                                "Am",
                                "minor",
                                0.7,
                                "notes",
                                "8A",
                                "4/4",
                                0.9,
                                OptionalInt.of(16),
                                30,
                                true,
                                List.of(10),
                                List.of("kick", "snare"),
                                "bass",
                                "Bass",
                                0.75,
                                "tag bass",
                                FIGURES,
                                List.of("bass", "funk", "minor"),
                                "[[0.0,1.5,\"Am\"]]",
                                "i-VI-III-VII",
                                Optional.of("0000000000000047"),
                                places,
                                Optional.empty()));
        Catalog.Row part = rows.get(1);
        assertThat(part.kind()).isEqualTo("part");
        assertThat(part.parent()).hasValue(whole.id());
        assertThat(part.track()).hasValue(0);
        assertThat(part.channel()).hasValue(1);
        assertThat(part.sources()).isEqualTo(places);
    }

    @Test
    void aFileThatIsOnItsWayIsARowToo() throws Exception {
        ports.ingest(session, ports.find(session, "a"), 1);
        assertThat(rows())
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.state()).isEqualTo("in flight");
                            assertThat(row.bpm()).isEmpty();
                            assertThat(row.seconds()).isEqualTo(60.000001);
                            assertThat(row.chords()).isEqualTo("[]");
                        });
    }

    @Test
    void whatAUserSetGoesBeforeWhatWasFoundOut() throws Exception {
        ports.wholeWay(session, "a", 1, 2);
        long file = rows().getFirst().id();
        ports.userValues.set(file, SET);

        Catalog.Row row = rows().getFirst();

        assertThat(row.bpm()).hasValue(90.5);
        assertThat(row.bpmConfidence()).isOne();
        assertThat(row.bpmSource()).isEqualTo("user");
        assertThat(row.key()).isEqualTo("C");
        assertThat(row.mode()).isEqualTo("major");
        assertThat(row.category()).isEqualTo("Chords");
        assertThat(row.categoryReason()).isEqualTo("set by hand");
        assertThat(row.name()).isEqualTo("mine");
        assertThat(row.meter()).isEqualTo("4/4");
    }

    @Test
    void whatAUserSetOutlivesAnalysisUntilItIsTakenBack() throws Exception {
        long item = ports.wholeWay(session, "a", 1, 2);
        long file = rows().getFirst().id();
        ports.userValues.set(file, SET);
        ports.userValues.set(file, Map.of(Field.BPM, "91"));

        var again =
                ports.analysis.record(List.of(Samples.music(session, item, file)), List.of(), true);

        assertThat(again.getFirst().byHand()).containsEntry(Field.BPM, "91").hasSize(5);
        assertThat(rows().getFirst().bpm()).hasValue(91);
        ports.userValues.clear(file, Set.of(Field.BPM, Field.NAME));
        assertThat(rows().getFirst().bpm()).hasValue(128.5);
        assertThat(ports.userValues.of(file)).hasSize(3).containsEntry(Field.KEY, "C");
    }

    @Test
    void nothingIsSetForAFileThatIsNotThere() throws Exception {
        assertThat(ports.userValues.set(123_456_789, SET)).isFalse();
        assertThat(ports.userValues.of(123_456_789)).isEmpty();
    }

    @Test
    void failuresSayWhatToDo() throws Exception {
        List<Long> items = ports.find(session, "a", "b");
        ports.ingestion.record(
                List.of(),
                List.of(),
                List.of(Samples.verdict(session, items.get(0), StageName.INGEST)));
        long file = ports.ingest(session, items.get(1), 1);
        ports.split(session, items.get(1), file, 0, 2);
        long part = ItemId.part(items.get(1), 0);
        ports.parking.park(List.of(Samples.parked(session, part, StageName.ANALYZE)));

        List<Catalog.Failure> failures = ports.catalog.failures(false, 10);
        assertThat(failures).extracting(Catalog.Failure::item).containsExactly(items.get(0), part);
        assertThat(failures)
                .extracting(Catalog.Failure::place)
                .containsExactly(SOURCE + "/a", SOURCE + "/b [part 0]");
        assertThat(failures)
                .extracting(Catalog.Failure::nextAction)
                .allMatch(action -> action.endsWith("."));
        assertThat(ports.catalog.failures(true, 10)).containsExactly(failures.get(1));
        assertThat(ports.catalog.failures(false, 1)).containsExactly(failures.get(0));
    }

    @Test
    void recordsThatNobodyCanReadAreAllKept() throws Exception {
        var one = new Parked(Message.VERSION, 0, 0, -1, "analyze", "POISON", "?", 1, "\u0000one");
        var two = new Parked(Message.VERSION, 0, 0, -1, "analyze", "POISON", "?", 1, "two");
        ports.parking.park(List.of(one, two, one));
        ports.parking.park(List.of(two, one));
        assertThat(TestDatabase.count("select count(*) from parked")).isEqualTo(2);
        assertThat(ports.conservation.holdsAtRest(session).parked()).isZero();
    }

    @Test
    void tenThousandTagsAreKeptInTheirOrder() throws Exception {
        var tags = new ArrayList<TagMark>();
        for (int at = 0; at < 10_000; at++) {
            tags.add(new TagMark("tag " + at % 9_999 + "'{,\"\\", "any", "folder", at / 10_000.0));
        }
        long item = ports.find(session, "a").getFirst();
        var content =
                new Content(session, item, Samples.blob(1), "midi", Samples.facts(1), "a", tags);
        ports.ingestion.record(List.of(content), List.of(), List.of());

        var record = ports.requeue.inFlight(session, StageName.SANITIZE, 0, 1).messages();
        assertThat(((Ingested) record.getFirst()).tags()).isEqualTo(tags);
        assertThat(rows().getFirst().tags()).hasSize(9_999);
        assertThat(TestDatabase.count("select count(*) from file_tag")).isEqualTo(10_000);
    }

    @Test
    void everyPackThatARowSpeaksOfIsNamedOnce() throws Exception {
        ports.discoveries.record(session, List.of(Samples.member("a.zip", "b.mid", 4)));
        List<Long> items = ports.find(session, "a", "b", "c");
        ports.ingest(session, items, 1, 2, 4);
        var packs = new ArrayList<String>();
        ports.catalog.eachPack(packs::add);
        assertThat(packs).containsExactlyInAnyOrder("packs/1", "packs/2");
    }

    private List<Catalog.Row> rows() throws Exception {
        var rows = new ArrayList<Catalog.Row>();
        ports.catalog.each(rows::add);
        return rows;
    }
}
