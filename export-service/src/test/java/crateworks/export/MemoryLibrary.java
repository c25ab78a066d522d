package crateworks.export;

import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Parked;
import crateworks.pipeline.port.Catalog;
import crateworks.pipeline.port.Requeue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What export asks of the library besides places: its failures, and to reopen files. */
final class MemoryLibrary implements Catalog, Requeue {
    final List<String> reopened = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();

    void fail(String stage, String code, String place) {
        failures.add(new Failure(failures.size(), "parked", stage, code, "", 3, place, "retry"));
    }

    @Override
    public List<Failure> failures(boolean parkedOnly, int max) {
        return List.copyOf(failures);
    }

    @Override
    public long rest(long session, StageName last) {
        return 0;
    }

    @Override
    public long goOn(long session, List<String> sources, StageName last) {
        return 0;
    }

    @Override
    public long reopenForDrive(long session, List<String> sources, String drive) {
        reopened.add(drive);
        return 0;
    }

    @Override
    public void each(Consumer<Row> sink) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Parked> parked(long item) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void eachPack(Consumer<String> sink) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page inFlight(long session, StageName stage, long afterItem, int max) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long reopen(long session, Scope scope) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long retry(long session, Choice choice) {
        throw new UnsupportedOperationException();
    }
}
