package crateworks.pipeline.port;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** New names for files of the library, by runs that can be undone. */
public interface Renaming {
    /**
     * A file and what its name can be made of; what is not known is empty.
     *
     * @param base the name that it had before it was ever renamed
     * @param now its name now
     * @param label what it is called as a part of its song
     */
    record Subject(
            long file,
            long item,
            String base,
            String now,
            OptionalDouble bpm,
            Optional<String> key,
            Optional<String> camelot,
            Optional<String> meter,
            OptionalInt bars,
            String category,
            Optional<String> label,
            List<String> tags) {
        public Subject {
            tags = List.copyOf(tags);
        }
    }

    /** A name that a file shall have instead of the one that it has. */
    record Change(long file, long item, String before, String after) {}

    /** The analysed files of which {@code where} is true and whose name no user set, by id. */
    void eachSubject(Optional<String> where, Consumer<Subject> sink) throws Outage;

    /** Begins a run and returns its number. */
    long begin(String template) throws Outage;

    /** Gives files their names, as part of a run; again for the same file changes nothing. */
    void apply(long run, List<Change> changes) throws Outage;

    /**
     * Gives the files of a run the names that they had before, unless they were named again since.
     * Returns how many; empty when there is no such run or it is undone already.
     */
    Optional<Long> undo(long run) throws Outage;
}
