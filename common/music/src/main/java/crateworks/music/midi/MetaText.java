package crateworks.music.midi;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Readable text out of the bytes of a text event, which may be of any encoding and any length.
 *
 * <p>Files do not say how their text is encoded. UTF-8 is taken where the bytes are valid UTF-8,
 * UTF-16 after its byte order mark, Shift-JIS and GBK where {@link EastAsianText} finds evidence,
 * and Windows-1252, the superset of Latin-1, for the rest.
 */
public final class MetaText {
    /** The bytes of an event that are looked at; the rest of a longer one is left out. */
    public static final int BYTES_MAX = 1024;

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Stands for bytes that could not be decoded. */
    private static final int REPLACEMENT = 0xFFFD;

    private MetaText() {}

    /**
     * Text without control, format and direction characters, trimmed; empty where nothing is left.
     */
    public static String decode(byte[] bytes, int offset, int length) {
        int count = Math.min(length, BYTES_MAX);
        return readable(charactersOf(bytes, offset, count, count < length));
    }

    private static String charactersOf(byte[] bytes, int offset, int count, boolean isCut) {
        if (isAscii(bytes, offset, count)) {
            return new String(bytes, offset, count, StandardCharsets.ISO_8859_1);
        }
        if (count >= 2 && bytes[offset] == (byte) 0xFF && bytes[offset + 1] == (byte) 0xFE) {
            return new String(bytes, offset + 2, count - 2, StandardCharsets.UTF_16LE);
        }
        if (count >= 2 && bytes[offset] == (byte) 0xFE && bytes[offset + 1] == (byte) 0xFF) {
            return new String(bytes, offset + 2, count - 2, StandardCharsets.UTF_16BE);
        }
        Optional<String> text = strictly(StandardCharsets.UTF_8, bytes, offset, count, isCut);
        if (text.isPresent()) {
            return text.get();
        }
        return EastAsianText.charset(bytes, offset, count)
                .flatMap(charset -> strictly(charset, bytes, offset, count, isCut))
                .orElseGet(() -> new String(bytes, offset, count, WINDOWS_1252));
    }

    private static boolean isAscii(byte[] bytes, int offset, int count) {
        int all = 0;
        for (int index = offset; index < offset + count; index++) {
            all |= bytes[index];
        }
        return all >= 0;
    }

    /**
     * The text if every byte belongs to a character; the last may be incomplete where text was cut.
     */
    private static Optional<String> strictly(
            Charset charset, byte[] bytes, int offset, int count, boolean isCut) {
        CharsetDecoder decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(count + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes, offset, count), text, !isCut);
        return result.isUnderflow() ? Optional.of(text.flip().toString()) : Optional.empty();
    }

    /** Control characters, line breaks among them, become a space; what cannot be seen goes. */
    private static String readable(String text) {
        var kept = new StringBuilder(text.length());
        for (int index = 0; index < text.length(); ) {
            int character = text.codePointAt(index);
            index += Character.charCount(character);
            if (isBreak(character)) {
                boolean isAfterSpace = kept.isEmpty() || kept.charAt(kept.length() - 1) == ' ';
                kept.append(isAfterSpace ? "" : " ");
            } else if (isVisible(character)) {
                kept.appendCodePoint(character);
            }
        }
        return kept.toString().strip();
    }

    private static boolean isBreak(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }

    /** Direction marks are of the type format. */
    private static boolean isVisible(int character) {
        return character != REPLACEMENT
                && switch (Character.getType(character)) {
                    case Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED ->
                            false;
                    default -> true;
                };
    }
}
