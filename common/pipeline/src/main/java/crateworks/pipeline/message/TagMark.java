package crateworks.pipeline.message;

/** A tag of a file, with what it is about, what told so, and how sure that is, 0 to 1. */
public record TagMark(String term, String category, String source, double confidence) {}
