package crateworks.pipeline;

import java.util.List;

/**
 * What a stage makes of one file. A file that can never work is {@link Rejected}, which is an
 * answer; an outage is an exception, which the runner waits out.
 */
public sealed interface Outcome<T> {
    /** The file goes on, with what the stage found out and the contents that it made. */
    record Done<T>(T result, List<Bytes> blobs) implements Outcome<T> {
        public Done {
            blobs = List.copyOf(blobs);
        }
    }

    /** The same content is in the library already, as {@code file}. */
    record Duplicate<T>(long file) implements Outcome<T> {}

    /** The file can never be processed; {@code code} is stable, {@code detail} one sentence. */
    record Rejected<T>(String code, String detail) implements Outcome<T> {}
}
