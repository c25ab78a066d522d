package crateworks.music.midi;

/**
 * A departure from the specification that was put right while reading.
 *
 * <p>A file has at most one of each departure: {@code count} says how often it was met, and {@code
 * offset} where first, in bytes from the start of the file.
 */
public record Repair(Departure departure, int count, int offset) {
    public Repair {
        if (count < 1 || offset < 0) {
            throw new IllegalArgumentException("count " + count + ", offset " + offset);
        }
    }

    /** The code that is stored and shown. */
    public String code() {
        return departure.name();
    }

    /** What was found and what was made of it, in one sentence. */
    public String sentence() {
        return departure.sentence();
    }
}
