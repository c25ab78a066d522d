package crateworks.ingest.source;

/** How a walk ended. */
public sealed interface WalkEnd {
    /** Everything below the root was handed out, or reported as a problem. */
    record Walked(long files, long junk, long notSettled, long problems) implements WalkEnd {}

    /** The root itself cannot be walked: one sentence for the person who named it. */
    record Refused(String sentence) implements WalkEnd {}
}
