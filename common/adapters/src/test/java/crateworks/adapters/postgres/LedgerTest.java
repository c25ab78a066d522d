package crateworks.adapters.postgres;

import static crateworks.adapters.postgres.Samples.DRIVE;
import static crateworks.adapters.postgres.Samples.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import crateworks.pipeline.ItemId;
import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Origin;
import crateworks.pipeline.port.Discoveries.End;
import crateworks.pipeline.port.Discoveries.Sighting;
import crateworks.pipeline.port.Exporting;
import crateworks.pipeline.port.Ingestion.Repeat;
import crateworks.pipeline.port.Requeue;
import crateworks.pipeline.session.Ledger.Line;
import crateworks.pipeline.session.SessionState;
import crateworks.pipeline.session.StageFigures;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private final Ports ports = new Ports(TestDatabase.empty());

    @Test
    void everythingIsInOnePlaceAfterEachStep() throws Exception {
        long session = ports.open(Samples.order(List.of(SOURCE), Optional.of(DRIVE)));
        List<Long> items = ports.find(session, "a", "b", "c", "d", "e");
        assertThat(ports.conservation.holds(session).files()).isEqualTo(new Line(5, 0, 0, 0, 0, 5));

        long file = ports.ingest(session, items.get(0), 1);
        var claims =
                ports.ingestion.record(
                        List.of(Samples.content(session, items.get(1), 2)),
                        List.of(new Repeat(session, items.get(2), file)),
                        List.of(Samples.verdict(session, items.get(3), StageName.INGEST)));
        ports.parking.park(List.of(Samples.parked(session, items.get(4), StageName.INGEST)));
        assertThat(ports.conservation.holds(session).files()).isEqualTo(new Line(5, 0, 1, 1, 1, 2));

        var part = ports.split(session, items.get(0), file, 0, 3);
        ports.split(session, items.get(0), file, 1, 1);
        assertThat(ports.conservation.holds(session).children())
                .isEqualTo(new Line(2, 0, 1, 0, 0, 1));
        assertThat(ports.sessions.beforeExport(session)).isEqualTo(3);

        ports.analyze(session, items.get(0), file);
        ports.analyze(session, ItemId.part(items.get(0), 0), part.file());
        ports.analyze(session, items.get(1), claims.getFirst().file());
        assertThat(ports.sessions.beforeExport(session)).isZero();
        assertThat(ports.conservation.holds(session).files().inFlight()).isEqualTo(2);

        ports.exporting.record(
                List.of(
                        new Exporting.Placed(
                                session, items.get(0), file, DRIVE, "A.mid", Samples.hash(1), 10)),
                List.of(
                        new Exporting.Waived(session, items.get(1)),
                        new Exporting.Waived(session, ItemId.part(items.get(0), 0))));
        assertThat(ports.conservation.holdsAtRest(session).files())
                .isEqualTo(new Line(5, 2, 1, 1, 1, 0));
        assertThat(ports.sessions.total()).isEqualTo(ports.sessions.ledger(session));
    }

    @Test
    void archivesAndWhatCannotBeReadEndAsTheyAreFound() throws Exception {
        long session = ports.open(Samples.order());
        var found =
                List.of(
                        Samples.sighting("a.zip", Optional.of(new End.Opened())),
                        Samples.sighting("b.txt", Optional.of(new End.Rejected("NOT_MUSIC", "."))),
                        Samples.sighting("c.zip", Optional.of(new End.Parked("UNREADABLE", "."))));
        ports.discoveries.record(session, found);
        assertThat(ports.discoveries.record(session, found)).allMatch(item -> item.isEmpty());
        ports.sessions.passedOver(session, 7, 2);
        ports.sessions.passedOver(session, 1, 1);

        var ledger = ports.conservation.holdsAtRest(session);
        assertThat(ledger.files()).isEqualTo(new Line(2, 0, 0, 1, 1, 0));
        assertThat(ledger.unchanged()).isEqualTo(8);
        assertThat(ledger.junk()).isEqualTo(3);
    }

    @Test
    void whatWasParkedInASearchAndIsNotMetAgainEnds() throws Exception {
        long first = ports.open(Samples.order());
        var parked = Optional.<End>of(new End.Parked("UNREADABLE", "."));
        var folder =
                new Sighting(new Origin(SOURCE, "shut", ""), 0, 0, 0, Optional.empty(), parked);
        ports.discoveries.record(
                first,
                List.of(folder, Samples.sighting("a", parked), Samples.sighting("b", parked)));
        ports.discoveries.settleUnmet(first, SOURCE);
        assertThat(ports.conservation.holdsAtRest(first).files())
                .isEqualTo(new Line(3, 0, 0, 0, 3, 0));
        ports.sessions.enter(first, SessionState.COMPLETED);

        long second = ports.open(Samples.order());
        ports.discoveries.record(second, List.of(Samples.sighting("b", parked)));
        ports.discoveries.settleUnmet(second, "/elsewhere");
        assertThat(ports.sessions.total().parked()).isEqualTo(3);
        ports.discoveries.settleUnmet(second, SOURCE);

        assertThat(ports.conservation.holdsAtRest(second).files())
                .as("the folder is no file, a is gone, b was met again")
                .isEqualTo(new Line(2, 0, 0, 1, 1, 0));
        var back = List.of(folder, Samples.sighting("a"));
        assertThat(ports.discoveries.record(second, back)).allMatch(item -> item.isPresent());
        assertThat(ports.conservation.holds(second).files()).isEqualTo(new Line(3, 0, 0, 0, 2, 1));
    }

    @Test
    void partsOfAFileThatTurnsOutToBeADuplicateAreCountedOnce() throws Exception {
        long session = ports.open(Samples.order());
        List<Long> items = ports.find(session, "a", "b");
        for (long item : List.of(items.get(1), items.get(0))) {
            long file = ports.ingest(session, item, 1);
            ports.split(session, item, file, 0, 2);
            ports.analyze(session, item, file);
        }
        var part = ports.split(session, items.get(0), 1, 0, 2);
        ports.analyze(session, ItemId.part(items.get(0), 0), part.file());
        ports.exporting.record(
                List.of(),
                List.of(
                        new Exporting.Waived(session, items.get(0)),
                        new Exporting.Waived(session, ItemId.part(items.get(0), 0))));
        assertThat(ports.conservation.holdsAtRest(session).children())
                .isEqualTo(new Line(2, 1, 1, 0, 0, 0));

        ports.sessions.enter(session, SessionState.COMPLETED);

        assertThat(ports.sessions.ledger(session).files()).isEqualTo(new Line(2, 1, 1, 0, 0, 0));
        assertThat(ports.sessions.ledger(session).children()).isEqualTo(new Line(1, 1, 0, 0, 0, 0));
        assertThat(ports.conservation.holdsAtRest(session)).isEqualTo(ports.sessions.total());
    }

    @Test
    void aCompletedLedgerStaysWhenItsItemsAreReopened() throws Exception {
        long first = ports.open(Samples.order());
        ports.wholeWay(first, "a", 1, 2);
        var figures = List.of(new StageFigures("ingest", 1, 1, 0, 0, 0, 0.5));
        ports.sessions.figures(first, figures);
        ports.sessions.enter(first, SessionState.COMPLETED);
        var frozen = ports.sessions.ledger(first);
        assertThat(frozen.files().done()).isEqualTo(1);

        long second = ports.open(Samples.order());
        assertThat(second).isNotEqualTo(first);
        var scope = new Requeue.Scope(StageName.ANALYZE, List.of(SOURCE));
        assertThat(ports.requeue.reopen(second, scope)).isEqualTo(2);
        assertThat(ports.requeue.reopen(second, scope)).isZero();

        assertThat(ports.sessions.ledger(first)).isEqualTo(frozen);
        ports.sessions.figures(first, List.of());
        assertThat(ports.sessions.figures(first)).isEqualTo(figures);
        assertThat(ports.conservation.holds(second).files()).isEqualTo(new Line(1, 0, 0, 0, 0, 1));
        assertThat(ports.sessions.total().files()).isEqualTo(new Line(1, 0, 0, 0, 0, 1));
    }

    @Test
    void itemsThatLeaveAnUnfinishedSessionLeaveItsLedger() throws Exception {
        long first = ports.open(Samples.order());
        ports.wholeWay(first, "a", 1, 2);
        ports.sessions.enter(first, SessionState.CANCELLED);
        long second = ports.open(Samples.order(List.of(SOURCE, "/more"), Optional.empty()));

        ports.requeue.reopen(second, new Requeue.Scope(StageName.SPLIT, List.of(SOURCE)));

        assertThat(ports.conservation.holds(first).files()).isEqualTo(Line.NONE);
        assertThat(ports.conservation.holds(second).files()).isEqualTo(new Line(1, 0, 0, 0, 0, 1));
    }

    @Test
    void theSumsStayTheSameWhenTheyAreCompacted() throws Exception {
        long session = ports.open(Samples.order());
        ports.wholeWay(session, "a", 1, 2);
        ports.wholeWay(session, "b", 3, 2);
        var before = ports.sessions.ledger(session);

        ports.sessions.enter(session, SessionState.PROCESSING);
        ports.sessions.enter(session, SessionState.EXPORTING);

        assertThat(ports.sessions.ledger(session)).isEqualTo(before);
        assertThat(ports.conservation.holdsAtRest(session).children())
                .isEqualTo(new Line(2, 1, 1, 0, 0, 0));
    }

    @Test
    void theSumsAreWhatCountingTheRowsGives() throws Exception {
        long session = ports.open(Samples.order());
        ports.wholeWay(session, "a", 1, 2);
        List<Long> more = ports.find(session, "b", "c", "d");
        ports.ingest(session, more.subList(1, 2), 5);
        ports.ingest(session, more.subList(0, 1), 5);
        ports.parking.park(List.of(Samples.parked(session, more.get(2), StageName.INGEST)));
        ports.requeue.retry(session, new Requeue.Choice.All());

        assertThat(TestDatabase.count("select count(*) from occurrence"))
                .isEqualTo(ports.sessions.ledger(session).files().discovered());
        assertThat(TestDatabase.count("select count(*) from outcome where state = 'duplicate'"))
                .isEqualTo(ports.sessions.ledger(session).files().duplicate());
        assertThat(TestDatabase.count("select count(*) from outcome where state = 'waiting'"))
                .isEqualTo(1);
        assertThat(ports.conservation.holds(session).files()).isEqualTo(new Line(4, 1, 1, 0, 0, 2));
    }
}
