package crateworks.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;

/**
 * File names as text, without loss: every name has a text of its own, and the text leads back to
 * the file.
 *
 * <p>Names are bytes on Linux. Those that are UTF-8 are decoded; each byte that is not is written
 * as one character of {@code U+EF80..U+EFFF}, and so are the bytes of such a character itself. The
 * locale of the process does not matter. Why it goes by way of URIs: docs/rationale/file-names.md.
 */
public final class FileNames {
    private static final char REPLACEMENT = '\uFFFD';
    private static final int RAW_FIRST = 0xEF80;
    private static final int RAW_LAST = 0xEFFF;
    private static final int RAW_BASE = 0xEF00;

    private FileNames() {}

    /** The text of the last name of {@code path}. */
    public static String text(Path path) {
        String name = String.valueOf(path.getFileName());
        return needsBytes(name) ? decode(lastNameBytes(path)) : name;
    }

    /** The file below {@code root} that a walk reported as {@code relative}. */
    public static Path locate(Path root, String relative) {
        if (relative.isEmpty()) {
            return root;
        }
        if (relative.chars().allMatch(each -> each < 0x80)) {
            return root.resolve(relative);
        }
        var escaped = new StringBuilder(root.toUri().getRawPath());
        if (escaped.charAt(escaped.length() - 1) != '/') {
            escaped.append('/');
        }
        for (byte each : encode(relative)) {
            escape(escaped, each);
        }
        return Path.of(URI.create("file://" + escaped));
    }

    private static boolean needsBytes(String name) {
        return name.chars()
                .anyMatch(each -> each == REPLACEMENT || (each >= RAW_FIRST && each <= RAW_LAST));
    }

    private static byte[] lastNameBytes(Path path) {
        String uri = path.toUri().getRawPath();
        int end = uri.endsWith("/") ? uri.length() - 1 : uri.length();
        String name = uri.substring(uri.lastIndexOf('/', end - 1) + 1, end);
        var bytes = new ByteArrayOutputStream(name.length());
        for (int at = 0; at < name.length(); at++) {
            char each = name.charAt(at);
            if (each == '%') {
                bytes.write(HexFormat.fromHexDigits(name, at + 1, at + 3));
                at += 2;
            } else {
                bytes.write(each);
            }
        }
        return bytes.toByteArray();
    }

    static String decode(byte[] name) {
        CharsetDecoder utf8 =
                UTF_8.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var from = ByteBuffer.wrap(name);
        var decoded = CharBuffer.allocate(name.length);
        var text = new StringBuilder(name.length);
        boolean done = false;
        while (!done) {
            CoderResult result = utf8.decode(from, decoded, true);
            appendDecoded(text, decoded.flip());
            decoded.clear();
            done = !result.isError();
            for (int count = done ? 0 : result.length(); count > 0; count--) {
                text.append(raw(from.get()));
            }
        }
        return text.toString();
    }

    private static void appendDecoded(StringBuilder text, CharBuffer decoded) {
        while (decoded.hasRemaining()) {
            char each = decoded.get();
            if (each < RAW_FIRST || each > RAW_LAST) {
                text.append(each);
                continue;
            }
            for (byte octet : String.valueOf(each).getBytes(UTF_8)) {
                text.append(raw(octet));
            }
        }
    }

    private static char raw(byte octet) {
        return (char) (RAW_BASE + (octet & 0xFF));
    }

    static byte[] encode(String text) {
        var bytes = new ByteArrayOutputStream(text.length() * 2);
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            if (each >= RAW_FIRST && each <= RAW_LAST) {
                bytes.writeBytes(text.substring(start, at).getBytes(UTF_8));
                bytes.write(each - RAW_BASE);
                start = at + 1;
            }
        }
        bytes.writeBytes(text.substring(start).getBytes(UTF_8));
        return bytes.toByteArray();
    }

    private static void escape(StringBuilder into, byte octet) {
        int value = octet & 0xFF;
        if (value == '/' || (value < 0x80 && Character.isLetterOrDigit(value))) {
            into.append((char) value);
            return;
        }
        into.append(String.format(Locale.ROOT, "%%%02X", value));
    }
}
