package crateworks.music.midi;

import java.util.List;
import java.util.stream.IntStream;

/** What tests say about readings. */
public final class Read {
    private Read() {}

    public static Reading.Legible legible(Reading reading) {
        return switch (reading) {
            case Reading.Legible legible -> legible;
            case Reading.Illegible(int offset, Fault fault) ->
                    throw new AssertionError(fault + " at byte " + offset);
        };
    }

    public static MidiFile file(Smf smf) {
        return legible(smf.read()).file();
    }

    public static List<Departure> departures(Smf smf) {
        return legible(smf.read()).repairs().stream().map(Repair::departure).toList();
    }

    /** Notes as "onTick-offTick pitch velocity". */
    public static List<String> notes(Smf smf) {
        return notes(file(smf));
    }

    /** Notes as "onTick-offTick pitch velocity". */
    public static List<String> notes(MidiFile file) {
        NoteTable notes = file.notes();
        return IntStream.range(0, notes.count())
                .mapToObj(
                        row ->
                                "%d-%d %d %d"
                                        .formatted(
                                                notes.onTick(row),
                                                notes.offTick(row),
                                                notes.pitch(row),
                                                notes.velocity(row)))
                .toList();
    }
}
