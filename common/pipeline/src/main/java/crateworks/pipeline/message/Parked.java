package crateworks.pipeline.message;

/**
 * A stage gave a file up until somebody asks for it again.
 *
 * @param reason stable code, such as {@code TIMED_OUT}
 * @param record the record as it was read, JSON, or Base64 when it is not even text
 */
public record Parked(
        int version,
        long session,
        long item,
        long key,
        String stage,
        String reason,
        String message,
        int attempts,
        String record)
        implements Message {}
