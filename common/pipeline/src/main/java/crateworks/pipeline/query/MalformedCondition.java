package crateworks.pipeline.query;

/** What a user wrote is no condition; the message says why, and shows where. */
public final class MalformedCondition extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN_BEFORE = 30;
    private static final int SHOWN_BEHIND = 30;

    private final int offset;

    MalformedCondition(String text, int offset, String sentence) {
        super("at character " + (offset + 1) + ": " + sentence + "\n" + marked(text, offset));
        this.offset = offset;
    }

    /** Where the mistake begins, in characters from the start. */
    public int offset() {
        return offset;
    }

    private static String marked(String text, int offset) {
        int from = Math.max(0, offset - SHOWN_BEFORE);
        int to = Math.min(text.length(), offset + SHOWN_BEHIND);
        String line = text.substring(from, to).replaceAll("\\p{Cntrl}", " ");
        return "  " + line + "\n  " + " ".repeat(offset - from) + "^";
    }
}
