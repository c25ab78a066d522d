package crateworks.music.midi;

import java.nio.charset.StandardCharsets;

/** Readable text out of the bytes of a text event, which may be of any encoding and any length. */
public final class MetaText {
    /** The bytes of an event that are looked at; the rest of a longer one is left out. */
    public static final int BYTES_MAX = 1024;

    private MetaText() {}

    /**
     * Text without control, format and direction characters, trimmed; empty where nothing is left.
     */
    public static String decode(byte[] bytes, int offset, int length) {
        return readable(
                new String(bytes, offset, Math.min(length, BYTES_MAX), StandardCharsets.UTF_8));
    }

    private static String readable(String text) {
        return text.strip();
    }
}
