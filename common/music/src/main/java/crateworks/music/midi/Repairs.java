package crateworks.music.midi;

import java.util.EnumMap;
import java.util.List;

/** What was put right so far in one file: at most one repair of each departure. */
final class Repairs {
    private final EnumMap<Departure, Repair> found = new EnumMap<>(Departure.class);

    void note(Departure departure, int offset) {
        note(departure, offset, 1);
    }

    void note(Departure departure, int offset, int times) {
        found.merge(
                departure,
                new Repair(departure, times, offset),
                (first, again) -> new Repair(departure, first.count() + times, first.offset()));
    }

    List<Repair> all() {
        return List.copyOf(found.values());
    }
}
