package crateworks.export;

import crateworks.pipeline.port.DriveMoves;
import crateworks.pipeline.port.Exporting.Placed;
import crateworks.pipeline.port.Outage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Moves over places in memory, for files that the test names. */
final class MemoryMoves implements DriveMoves {
    final Map<Long, String> names = new HashMap<>();
    boolean failsWhenDone;
    private final MemoryPlans plans;
    private final Map<Long, Move> underWay = new HashMap<>();

    MemoryMoves(MemoryPlans plans) {
        this.plans = plans;
    }

    @Override
    public void eachNamed(String drive, Consumer<Named> sink) {
        plans.written().stream()
                .sorted(Comparator.comparing(Placed::path))
                .forEach(
                        file ->
                                sink.accept(
                                        new Named(
                                                file.file(),
                                                file.path(),
                                                file.hash().hex(),
                                                names.getOrDefault(
                                                        file.file(), nameOf(file.path())))));
    }

    @Override
    public void intend(String drive, List<Move> moves) {
        for (Move move : moves) {
            plans.lies(move.file(), move.to());
            underWay.put(move.file(), move);
        }
    }

    @Override
    public List<Move> underWay(String drive) {
        return new ArrayList<>(underWay.values());
    }

    @Override
    public void done(String drive, List<Move> moves) throws Outage {
        if (failsWhenDone) {
            throw new Outage("the database", "away");
        }
        moves.forEach(move -> underWay.remove(move.file()));
    }

    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
