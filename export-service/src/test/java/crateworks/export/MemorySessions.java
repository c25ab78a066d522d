package crateworks.export;

import crateworks.pipeline.port.Sessions;
import crateworks.pipeline.session.Ledger;
import crateworks.pipeline.session.Order;
import crateworks.pipeline.session.Session;
import crateworks.pipeline.session.SessionState;
import crateworks.pipeline.session.StageFigures;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs that are there to be found, and nothing more. */
final class MemorySessions implements Sessions {
    private final Map<Long, Session> sessions = new HashMap<>();

    void add(long id, Order order) {
        sessions.put(id, new Session(id, order, SessionState.PROCESSING, Instant.EPOCH, false));
    }

    @Override
    public Optional<Session> find(long session) {
        return Optional.ofNullable(sessions.get(session));
    }

    @Override
    public List<Session> all() {
        return List.copyOf(sessions.values());
    }

    @Override
    public Session open(Order order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void enter(long session, SessionState state) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void passedOver(long session, long unchanged, long junk) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void figures(long session, List<StageFigures> figures) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StageFigures> figures(long session) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Ledger ledger(long session) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Ledger total() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long beforeExport(long session) {
        throw new UnsupportedOperationException();
    }
}
