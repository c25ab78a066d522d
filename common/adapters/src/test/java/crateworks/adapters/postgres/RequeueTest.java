package crateworks.adapters.postgres;

import static crateworks.adapters.postgres.Samples.DRIVE;
import static crateworks.adapters.postgres.Samples.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import crateworks.pipeline.ItemId;
import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Analyzed;
import crateworks.pipeline.message.Found;
import crateworks.pipeline.message.Ingested;
import crateworks.pipeline.message.Message;
import crateworks.pipeline.message.Origin;
import crateworks.pipeline.message.Piece;
import crateworks.pipeline.port.Claim;
import crateworks.pipeline.port.Exporting;
import crateworks.pipeline.port.Requeue;
import crateworks.pipeline.session.Ledger.Line;
import crateworks.pipeline.session.Order;
import crateworks.pipeline.session.SessionState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RequeueTest {
    private static final Order TO_DRIVE = Samples.order(List.of(SOURCE), Optional.of(DRIVE));

    private final Ports ports = new Ports(TestDatabase.empty());

    @Test
    void everyStageGetsTheRecordsThatItsTopicWouldCarry() throws Exception {
        long session = ports.open(TO_DRIVE);
        List<Long> items = ports.find(session, "a.mid", "b.mid", "c.mid");
        long a = items.get(0);
        long b = items.get(1);
        long fileA = ports.ingest(session, a, 1);
        long fileB = ports.ingest(session, b, 2);
        ports.naming.record(List.of(Samples.name(a, fileA, "A.mid")));
        Claim part = ports.split(session, a, fileA, 0, 3);
        ports.analyze(session, a, fileA);

        var originA = new Origin(SOURCE, "a.mid", "");
        assertThat(messages(session, StageName.INGEST))
                .containsExactly(
                        new Found(
                                Message.VERSION,
                                session,
                                items.get(2),
                                new Origin(SOURCE, "c.mid", ""),
                                1_234,
                                1_700_000_000_000_000L,
                                Optional.empty()));
        assertThat(messages(session, StageName.SANITIZE))
                .containsExactly(
                        new Ingested(
                                Message.VERSION,
                                session,
                                b,
                                fileB,
                                new Origin(SOURCE, "b.mid", ""),
                                Samples.blob(2),
                                Samples.TAGS));
        var partOf = new Piece.PartOf(fileA, 0, 1, "part 0");
        assertThat(messages(session, StageName.ANALYZE))
                .containsExactly(
                        new Piece(
                                Message.VERSION,
                                session,
                                ItemId.part(a, 0),
                                part.file(),
                                originA,
                                Samples.blob(3),
                                Samples.TAGS,
                                "part_0.mid",
                                Optional.of(partOf)));
        assertThat(messages(session, StageName.EXPORT))
                .containsExactly(analyzed(session, a, fileA));
        assertThat(messages(session, StageName.SPLIT)).isEmpty();
    }

    private static Analyzed analyzed(long session, long item, long file) {
        return new Analyzed(
                Message.VERSION,
                session,
                item,
                file,
                Samples.blob(1),
                "A.mid",
                Optional.empty(),
                OptionalDouble.of(128.5),
                Optional.of("Am"),
                Optional.of("8A"),
                Optional.of("4/4"),
                OptionalInt.of(16),
                "Bass",
                List.of("bass", "funk"));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() throws Exception {
        long session = ports.open(Samples.order());
        List<Long> items = ports.find(session, "a", "b", "c", "d", "e");
        var first = ports.requeue.inFlight(session, StageName.INGEST, 0, 2);
        var second = ports.requeue.inFlight(session, StageName.INGEST, first.lastItem(), 2);
        var third = ports.requeue.inFlight(session, StageName.INGEST, second.lastItem(), 2);
        assertThat(List.of(first.lastItem(), second.lastItem(), third.lastItem()))
                .containsExactly(items.get(1), items.get(3), items.get(4));
        assertThat(
                        ports.requeue
                                .inFlight(session, StageName.INGEST, third.lastItem(), 2)
                                .messages())
                .isEmpty();
    }

    @Test
    void reopenedItemsWaitForTheirStageAndEndAgain() throws Exception {
        long first = ports.open(Samples.order());
        long item = ports.wholeWay(first, "a", 1, 2);
        long part = ItemId.part(item, 0);
        ports.sessions.enter(first, SessionState.COMPLETED);

        long again = ports.open(Samples.order());
        ports.requeue.reopen(again, new Requeue.Scope(StageName.INGEST, List.of(SOURCE)));
        assertThat(ports.waiting(again, StageName.SANITIZE)).isEmpty();
        assertThat(messages(again, StageName.INGEST))
                .singleElement()
                .satisfies(
                        found -> assertThat(((Found) found).content()).contains(Samples.blob(1)));
        ports.wholeWayAgain(again, item, 1, 2);
        assertThat(ports.conservation.holdsAtRest(again).files())
                .isEqualTo(new Line(1, 1, 0, 0, 0, 0));
        assertThat(ports.conservation.holdsAtRest(again).children())
                .isEqualTo(new Line(1, 1, 0, 0, 0, 0));
        ports.sessions.enter(again, SessionState.COMPLETED);

        long split = ports.open(Samples.order());
        ports.requeue.reopen(split, new Requeue.Scope(StageName.SPLIT, List.of(SOURCE)));
        assertThat(ports.waiting(split, StageName.SANITIZE)).containsExactly(item);
        assertThat(ports.waiting(split, StageName.INGEST)).isEmpty();
        ports.sessions.enter(split, SessionState.COMPLETED);

        long analysis = ports.open(Samples.order());
        ports.requeue.reopen(analysis, new Requeue.Scope(StageName.ANALYZE, List.of(SOURCE)));
        assertThat(ports.waiting(analysis, StageName.ANALYZE)).containsExactly(part);
    }

    @Test
    void onlyWhatAnotherVersionAnalysedIsAnalysedAgain() throws Exception {
        long first = ports.open(Samples.order());
        long item = ports.wholeWay(first, "a", 1, 2);
        ports.wholeWay(first, "b", 3, 4);
        ports.sessions.enter(first, SessionState.COMPLETED);
        TestDatabase.execute(
                "update musical_metadata set version = %d where item <> %d"
                        .formatted(Ports.ANALYSIS_NOW, item));

        long second = ports.open(Samples.order());
        var scope = new Requeue.Scope(StageName.ANALYZE, List.of(SOURCE));

        assertThat(ports.requeue.reopen(second, scope)).isOne();
        assertThat(ports.waiting(second, StageName.ANALYZE)).containsExactly(item);
    }

    @Test
    void filesThatWaitForAnalysisComeAsPieces() throws Exception {
        long first = ports.open(Samples.order());
        long item = ports.wholeWay(first, "a", 1, 2);
        ports.sessions.enter(first, SessionState.COMPLETED);
        long second = ports.open(Samples.order());

        ports.requeue.reopen(second, new Requeue.Scope(StageName.ANALYZE, List.of(SOURCE)));

        assertThat(messages(second, StageName.ANALYZE))
                .extracting(piece -> ((Piece) piece).name())
                .containsExactly("safe_a", "part_0.mid");
        assertThat(ports.waiting(second, StageName.ANALYZE))
                .containsExactly(item, ItemId.part(item, 0));
    }

    @Test
    void aDriveGetsWhatLiesInItsSourcesWhoeverOwnsIt() throws Exception {
        long first = ports.open(Samples.order());
        ports.wholeWay(first, "a", 1, 2);
        long repeated = ports.find(first, "copy of a").getFirst();
        ports.ingest(first, repeated, 1);
        ports.wholeWay(first, "b", 3, 2);
        ports.sessions.enter(first, SessionState.COMPLETED);
        assertThat(ports.conservation.holdsAtRest(first).files().done()).isEqualTo(2);

        long second = ports.open(TO_DRIVE);
        assertThat(ports.requeue.reopenForDrive(second, List.of("/elsewhere"), DRIVE)).isZero();
        assertThat(ports.requeue.reopenForDrive(second, List.of(SOURCE), DRIVE)).isEqualTo(3);
        assertThat(ports.requeue.reopenForDrive(second, List.of(SOURCE), DRIVE)).isZero();

        var ready = messages(second, StageName.EXPORT);
        var placed =
                ready.stream()
                        .map(Analyzed.class::cast)
                        .map(
                                file ->
                                        new Exporting.Placed(
                                                second,
                                                file.item(),
                                                file.file(),
                                                DRIVE,
                                                file.file() + ".mid",
                                                file.content().hash(),
                                                1))
                        .toList();
        ports.exporting.record(placed, List.of());
        assertThat(ports.conservation.holdsAtRest(second).files().done()).isEqualTo(2);
        long third = ports.open(Samples.order(List.of(SOURCE), Optional.of("/other")));
        assertThat(ports.requeue.reopenForDrive(third, List.of(SOURCE), DRIVE)).isZero();
        assertThat(ports.requeue.reopenForDrive(third, List.of(SOURCE), "/other")).isEqualTo(3);
    }

    @Test
    void parkedItemsGoBackToTheStageThatGaveThemUp() throws Exception {
        long session = ports.open(TO_DRIVE);
        List<Long> items = ports.find(session, "a", "b", "c", "d");
        var claims = ports.ingest(session, items.subList(1, 4), 1, 2, 3);
        ports.analyze(session, items.get(3), claims.get(2).file());
        StageName[] stages = {
            StageName.INGEST, StageName.SPLIT, StageName.ANALYZE, StageName.EXPORT
        };
        for (int at = 0; at < stages.length; at++) {
            var parked = List.of(Samples.parked(session, items.get(at), stages[at]));
            ports.parking.park(parked);
            ports.parking.park(parked);
        }
        assertThat(ports.conservation.holdsAtRest(session).parked()).isEqualTo(4);
        assertThat(ports.catalog.parked(items.get(0)))
                .contains(Samples.parked(session, items.get(0), StageName.INGEST));

        assertThat(ports.requeue.retry(session, new Requeue.Choice.Reason("OTHER"))).isZero();
        assertThat(ports.requeue.retry(session, new Requeue.Choice.Item(items.get(0)))).isOne();
        assertThat(ports.requeue.retry(session, new Requeue.Choice.Reason("TIMED_OUT")))
                .isEqualTo(3);
        assertThat(ports.requeue.retry(session, new Requeue.Choice.All())).isZero();

        assertThat(ports.waiting(session, StageName.INGEST)).containsExactly(items.get(0));
        assertThat(ports.waiting(session, StageName.SANITIZE)).containsExactly(items.get(1));
        assertThat(ports.waiting(session, StageName.ANALYZE)).containsExactly(items.get(2));
        assertThat(ports.waiting(session, StageName.EXPORT)).containsExactly(items.get(3));
        assertThat(ports.catalog.parked(items.get(0))).isEmpty();
        ports.parking.park(List.of(Samples.parked(session, items.get(0), StageName.INGEST)));
        assertThat(ports.catalog.failures(true, 9).getFirst().attempts()).isEqualTo(6);
        assertThat(ports.conservation.holds(session).files()).isEqualTo(new Line(4, 0, 0, 0, 1, 3));
    }

    @Test
    void whatHasFailedTooOftenIsTriedAgainOnlyByItsNumber() throws Exception {
        long session = ports.open(TO_DRIVE);
        long item = ports.find(session, "a").getFirst();
        var parked = Samples.parked(session, item, StageName.INGEST);
        int rounds = Requeue.FAILED_ATTEMPTS_MAX / parked.attempts();
        for (int round = 1; round < rounds; round++) {
            ports.parking.park(List.of(parked));
            assertThat(ports.requeue.retry(session, new Requeue.Choice.All())).isOne();
        }
        ports.parking.park(List.of(parked));

        assertThat(ports.requeue.retry(session, new Requeue.Choice.All())).isZero();
        assertThat(ports.requeue.retry(session, new Requeue.Choice.Reason(parked.reason())))
                .isZero();
        assertThat(ports.requeue.retry(session, new Requeue.Choice.Item(item))).isOne();
    }

    private List<Message> messages(long session, StageName stage) throws Exception {
        return ports.requeue.inFlight(session, stage, 0, 1_000).messages();
    }
}
