package crateworks.adapters.postgres;

import static crateworks.adapters.postgres.Samples.DRIVE;
import static crateworks.adapters.postgres.Samples.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import crateworks.pipeline.port.Exporting.Turn;
import crateworks.pipeline.port.Pace.Mark;
import crateworks.pipeline.session.Order;
import crateworks.pipeline.session.Session;
import crateworks.pipeline.session.SessionState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private final Ports ports = new Ports(TestDatabase.empty());
    private final Order order =
            Samples.order(List.of(SOURCE, "/\uD800 and \u0000"), Optional.of(DRIVE));

    @Test
    void anUnfinishedRunWithTheSameOrderIsResumed() throws Exception {
        Session first = ports.sessions.open(Samples.order());
        assertThat(first.resumed()).isFalse();
        assertThat(first.state()).isEqualTo(SessionState.SCANNING);
        for (var state : List.of(SessionState.CANCELLED, SessionState.FAILED)) {
            ports.sessions.enter(first.id(), state);
            Session resumed = ports.sessions.open(Samples.order());
            assertThat(resumed.id()).isEqualTo(first.id());
            assertThat(resumed.resumed()).isTrue();
            assertThat(resumed.state()).isEqualTo(SessionState.SCANNING);
            assertThat(resumed.order()).isEqualTo(Samples.order());
        }
        assertThat(ports.sessions.open(order).id()).isNotEqualTo(first.id());
    }

    @Test
    void aSearchThatBeginsAgainCountsAnewWhatItPassesOver() throws Exception {
        long session = ports.open(order);
        for (int search = 0; search < 2; search++) {
            ports.sessions.enter(session, SessionState.SCANNING);
            ports.sessions.passedOver(session, 139, 2);
        }
        ports.sessions.enter(session, SessionState.PROCESSING);

        assertThat(ports.sessions.ledger(session).unchanged()).isEqualTo(139);
        assertThat(ports.sessions.ledger(session).junk()).isEqualTo(2);
    }

    @Test
    void aCompletedRunIsNeverResumedNorChanged() throws Exception {
        long first = ports.open(Samples.order());
        ports.sessions.enter(first, SessionState.COMPLETED);
        ports.sessions.enter(first, SessionState.FAILED);

        assertThat(ports.sessions.find(first).orElseThrow().state())
                .isEqualTo(SessionState.COMPLETED);
        long second = ports.open(Samples.order());
        assertThat(ports.sessions.all()).extracting(Session::id).containsExactly(second, first);
        assertThat(ports.sessions.find(99)).isEmpty();
    }

    @Test
    void thePaceOfARunIsKeptOnceASecond() throws Exception {
        long session = ports.open(order);
        long other = ports.open(Samples.order());
        Instant noon = Instant.parse("2026-01-01T12:00:00Z");
        ports.pace.mark(session, new Mark(noon.plusSeconds(5), 70));
        ports.pace.mark(session, new Mark(noon.plusMillis(300), 10));
        ports.pace.mark(session, new Mark(noon.plusMillis(900), 20));
        ports.pace.mark(other, new Mark(noon, 3));

        assertThat(ports.pace.of(session))
                .containsExactly(new Mark(noon, 10), new Mark(noon.plusSeconds(5), 70));
        assertThat(ports.pace.of(99)).isEmpty();
    }

    @Test
    void exportGoesWhenThePlanIsMade() throws Exception {
        long session = ports.open(order);
        assertThat(ports.exporting.turn(session)).isEqualTo(new Turn.Wait());
        ports.sessions.enter(session, SessionState.PROCESSING);
        assertThat(ports.exporting.turn(session)).isEqualTo(new Turn.Wait());
        ports.sessions.enter(session, SessionState.EXPORTING);
        ports.drives.mount("a mark", DRIVE, true);
        assertThat(ports.exporting.turn(session)).isEqualTo(new Turn.Go(DRIVE, "a mark"));
        ports.sessions.enter(session, SessionState.CANCELLED);
        assertThat(ports.exporting.turn(session)).isEqualTo(new Turn.Pass());
        assertThat(ports.exporting.turn(ports.open(Samples.order()))).isEqualTo(new Turn.Pass());
        assertThat(ports.exporting.turn(99)).isEqualTo(new Turn.Pass());
    }
}
