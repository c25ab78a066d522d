package crateworks.music.category;

/** Which shelf a file goes on, what decided it, and the reason in one sentence. */
public record Decision(Category category, double confidence, By by, String reason) {
    public Decision {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence outside 0..1: " + confidence);
        }
    }

    /** What is asked, in this order. */
    public enum By {
        DRUMS,
        TAGS,
        NAME,
        NOTES
    }
}
