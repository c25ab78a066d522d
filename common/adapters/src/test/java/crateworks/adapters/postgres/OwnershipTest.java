package crateworks.adapters.postgres;

import static crateworks.adapters.postgres.Samples.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import crateworks.pipeline.ItemId;
import crateworks.pipeline.StageName;
import crateworks.pipeline.message.TagMark;
import crateworks.pipeline.port.Catalog;
import crateworks.pipeline.port.Claim;
import crateworks.pipeline.port.Ingestion.Content;
import crateworks.pipeline.port.Ingestion.Known;
import crateworks.pipeline.session.Ledger.Line;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnershipTest {
    private static final int BATCH = 500;

    private final Ports ports = new Ports(TestDatabase.empty());
    private long session;

    @BeforeEach
    void open() throws Exception {
        session = ports.open(Samples.order());
    }

    @Test
    void theSmallestItemOfABatchOwnsAContent() throws Exception {
        List<Long> items = ports.find(session, "a", "b", "c");
        List<Claim> claims =
                ports.ingest(session, List.of(items.get(2), items.get(0), items.get(1)), 1, 1, 2);
        long file = claims.get(1).file();
        assertThat(claims)
                .containsExactly(
                        new Claim.Duplicate(file),
                        new Claim.Owner(file),
                        new Claim.Owner(claims.get(2).file()));
        assertThat(ports.conservation.holds(session).files().duplicate()).isEqualTo(1);
    }

    @Test
    void aRedeliveredBatchHasTheSameClaimsAndChangesNothing() throws Exception {
        List<Long> items = ports.find(session, "a", "b", "c");
        var first = ports.ingest(session, items, 1, 1, 2);
        var ledger = ports.sessions.ledger(session);

        assertThat(ports.ingest(session, items, 1, 1, 2)).isEqualTo(first);

        assertThat(ports.sessions.ledger(session)).isEqualTo(ledger);
        var known = ports.ingestion.known(List.of(Samples.hash(1), Samples.hash(9)));
        assertThat(known)
                .containsOnly(
                        Map.entry(
                                Samples.hash(1),
                                new Known(
                                        first.getFirst().file(),
                                        items.getFirst(),
                                        Samples.blob(1))));
    }

    @Test
    void aSmallerItemTakesOverWithAllThatItSays() throws Exception {
        List<Long> items = ports.find(session, "a", "b");
        long late = items.get(0);
        long early = items.get(1);
        long file = ports.ingest(session, early, 1);
        ports.naming.record(List.of(Samples.name(early, file, "early")));
        assertThat(ports.analyze(session, early, file)).isTrue();

        var tags = List.of(new TagMark("jazz", "genre", "folder", 0.5));
        var content =
                new Content(session, late, Samples.blob(1), "midi", Samples.facts(4), "late", tags);
        assertThat(ports.ingestion.record(List.of(content), List.of(), List.of()))
                .containsExactly(new Claim.Owner(file));
        assertThat(ports.conservation.holds(session).files()).isEqualTo(new Line(2, 0, 1, 0, 0, 1));

        ports.naming.record(List.of(Samples.name(late, file, "late name")));
        assertThat(ports.analyze(session, late, file)).isTrue();
        // What the old owner still had on its way.
        ports.naming.record(List.of(Samples.name(early, file, "too late")));
        assertThat(ports.analyze(session, early, file)).isFalse();
        ports.parking.park(List.of(Samples.parked(session, early, StageName.ANALYZE)));

        assertThat(ports.conservation.holdsAtRest(session).files())
                .isEqualTo(new Line(2, 1, 1, 0, 0, 0));
        Catalog.Row row = rows().getFirst();
        assertThat(row.name()).isEqualTo("late name");
        assertThat(row.originalName()).isEqualTo("late");
        assertThat(row.notes()).isEqualTo(104);
        assertThat(row.tags()).containsExactly("jazz", "minor");
        assertThat(row.sources()).containsExactly(SOURCE + "/a", SOURCE + "/b");
        assertThat(row.state()).isEqualTo("done");
    }

    @Test
    void aFoundFileTakesOverFromAPart() throws Exception {
        List<Long> items = ports.find(session, "whole", "same as a part");
        long parent = ports.ingest(session, items.get(0), 1);
        Claim part = ports.split(session, items.get(0), parent, 0, 2);
        ports.analyze(session, ItemId.part(items.get(0), 0), part.file());

        assertThat(ports.ingest(session, items.subList(1, 2), 2))
                .containsExactly(new Claim.Owner(part.file()));

        assertThat(ports.conservation.holds(session).children())
                .isEqualTo(new Line(1, 0, 1, 0, 0, 0));
        assertThat(rows()).extracting(Catalog.Row::kind).containsExactly("source", "source");
        assertThat(ports.split(session, items.get(0), parent, 0, 2))
                .isEqualTo(new Claim.Duplicate(part.file()));
    }

    @Test
    void aPartOwnsItsContentUntilTheSamePartOfAnEarlierFileComes() throws Exception {
        List<Long> items = ports.find(session, "a", "b");
        long second = ports.ingest(session, items.get(1), 2);
        Claim early = ports.split(session, items.get(1), second, 0, 7);
        long first = ports.ingest(session, items.get(0), 1);

        assertThat(ports.split(session, items.get(0), first, 0, 7))
                .isEqualTo(new Claim.Owner(early.file()));
        assertThat(ports.split(session, items.get(1), second, 0, 7))
                .isEqualTo(new Claim.Duplicate(early.file()));
        assertThat(ports.conservation.holds(session).children())
                .isEqualTo(new Line(2, 0, 1, 0, 0, 1));
    }

    @Test
    void twoWorkersWithTheSameContentsInOppositeOrderEndAlike() throws Exception {
        var paths = new String[2 * BATCH];
        for (int at = 0; at < paths.length; at++) {
            paths[at] = "file " + at;
        }
        List<Long> items = ports.find(session, paths);
        var one = new ArrayList<Content>();
        var other = new ArrayList<Content>();
        for (int content = 0; content < BATCH; content++) {
            one.add(Samples.content(session, items.get(content * 2), content));
            other.add(Samples.content(session, items.get(content * 2 + 1), content));
        }
        Collections.reverse(other);

        try (var workers = Executors.newFixedThreadPool(2)) {
            var tasks = new ArrayList<Callable<List<Claim>>>();
            for (int round = 0; round < 4; round++) {
                tasks.add(() -> ports.ingestion.record(one, List.of(), List.of()));
                tasks.add(() -> ports.ingestion.record(other, List.of(), List.of()));
            }
            for (var done : workers.invokeAll(tasks)) {
                assertThat(done.get()).hasSize(BATCH);
            }
        }

        assertThat(ports.conservation.holds(session).files())
                .isEqualTo(new Line(2 * BATCH, 0, BATCH, 0, 0, BATCH));
        assertThat(
                        TestDatabase.count(
                                """
                                select count(*) from file f join occurrence o on o.item = f.first_item
                                where right(o.path, 1) in ('0', '2', '4', '6', '8')
                                """))
                .isEqualTo(BATCH);
    }

    private List<Catalog.Row> rows() throws Exception {
        var rows = new ArrayList<Catalog.Row>();
        ports.catalog.each(rows::add);
        return rows;
    }
}
