package crateworks.music.mpc;

import java.util.List;
import java.util.Optional;

/**
 * A pattern as a file states it, right or wrong.
 *
 * @param length the characters of its length; empty where there is none
 * @param exponents whether a number is written with an exponent
 */
public record PatternFile(Optional<String> length, List<Event> events, boolean exponents) {
    public PatternFile {
        events = List.copyOf(events);
    }

    /** One event, in the order of the file. */
    public sealed interface Event {
        /** In pulses from the start. */
        long onPulse();

        /** The number that tells what kind of event it is, and of which generation. */
        int type();

        /** A note; {@code velocity} is from 0 to 1. */
        record Note(
                int type,
                long onPulse,
                long lengthPulses,
                int pitch,
                double velocity,
                double modifierValue)
                implements Event {
            /** The velocity from 0 to 127: devices store it with 24 bits, which round back. */
            public int velocity127() {
                return (int) Math.rint(velocity * 127);
            }
        }

        /** A value of a parameter, 0 to 1; {@code pitch} is the pad or note that it is for. */
        record Automation(int type, long onPulse, int parameter, double value, int pitch)
                implements Event {}
    }

    /** The notes alone. */
    public List<Event.Note> notes() {
        return events.stream()
                .filter(Event.Note.class::isInstance)
                .map(Event.Note.class::cast)
                .toList();
    }
}
