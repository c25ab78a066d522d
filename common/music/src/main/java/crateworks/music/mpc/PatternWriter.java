package crateworks.music.mpc;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes {@code .mpcpattern} files as the devices lay them out: four blanks, lines that end in CR
 * LF. Bytes are put together from prepared pieces, without a tree in between.
 */
public final class PatternWriter {
    private static final byte[] BEGIN =
            lines(
                    "{",
                    "    \"pattern\": {",
                    "        \"length\": 9223372036854775807,",
                    "        \"events\": [");
    private static final byte[] END = lines("", "        ]", "    }", "}");
    private static final byte[] COMMA = lines(",");
    private static final byte[] TYPE = open("            {\r\n                \"type\": 2,");
    private static final byte[] TIME = open("                \"time\": ");
    private static final byte[] LENGTH = open(",\r\n                \"len\": ");
    private static final byte[] PITCH = open(",\r\n                \"1\": ");
    private static final byte[] VELOCITY = open(",\r\n                \"2\": ");
    private static final byte[] REST =
            open(
                    ",\r\n                \"3\": 0,\r\n                \"mod\": 0,\r\n"
                            + "                \"modVal\": 0.5\r\n            }");
    private static final byte[] NOTE_BEGIN = joined(TYPE, open("\r\n"), TIME);
    private static final byte[][] VELOCITIES = velocities();
    private static final byte[] PREAMBLE = preamble();

    /** Digits of two times and a pitch. */
    private static final int DIGITS_MAX = 10 + 10 + 3;

    private static final int VELOCITY_CHARS_MAX = 24;
    private static final int NOTE_BYTES_MAX =
            NOTE_BEGIN.length
                    + LENGTH.length
                    + PITCH.length
                    + VELOCITY.length
                    + REST.length
                    + COMMA.length
                    + DIGITS_MAX
                    + VELOCITY_CHARS_MAX;

    private byte[] bytes;
    private int length;

    private PatternWriter(int bytesExpected) {
        bytes = new byte[bytesExpected];
    }

    /** The file of a pattern. */
    public static byte[] write(Pattern pattern, PatternProfile profile) {
        return switch (profile.generation()) {
            case FLAT -> flat(pattern, profile.preamble() == PatternProfile.Preamble.MIDIAN);
            case NESTED -> NestedPattern.write(pattern);
        };
    }

    private static byte[] flat(Pattern pattern, boolean withPreamble) {
        var out =
                new PatternWriter(
                        BEGIN.length + PREAMBLE.length + END.length + guess(pattern.count()));
        out.put(BEGIN);
        if (withPreamble) {
            out.put(PREAMBLE);
        }
        for (int row = 0; row < pattern.count(); row++) {
            out.makeRoom(NOTE_BYTES_MAX);
            if (row > 0) {
                out.put(COMMA);
            }
            out.put(NOTE_BEGIN);
            out.putNumber(pattern.onPulse(row));
            out.put(LENGTH);
            out.putNumber(pattern.lengthPulses(row));
            out.put(PITCH);
            out.putNumber(pattern.pitch(row));
            out.put(VELOCITY);
            out.put(VELOCITIES[pattern.velocity(row)]);
            out.put(REST);
        }
        out.makeRoom(END.length);
        out.put(END);
        return Arrays.copyOf(out.bytes, out.length);
    }

    /** Bytes for so many notes, if times have five digits and lengths three. */
    private static int guess(int notes) {
        return (int) Math.min(Integer.MAX_VALUE - 1024, (long) notes * (NOTE_BYTES_MAX - 14));
    }

    /** A velocity as the devices state it, from 0 exclusive to 1: the shortest exact decimal. */
    static byte[] velocity(int velocity) {
        return VELOCITIES[velocity];
    }

    private void put(byte[] piece) {
        System.arraycopy(piece, 0, bytes, length, piece.length);
        length += piece.length;
    }

    private void putNumber(int value) {
        int digits = digits(value);
        int rest = value;
        for (int place = length + digits - 1; place >= length; place--) {
            bytes[place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    private static int digits(int value) {
        int digits = 1;
        for (int rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    private void makeRoom(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, length + (length >> 1) + count);
        }
    }

    private static byte[][] velocities() {
        byte[][] texts = new byte[128][];
        for (int velocity = 0; velocity < texts.length; velocity++) {
            texts[velocity] = open(Double.toString(velocity / 127.0));
        }
        return texts;
    }

    private static byte[] preamble() {
        var text = new StringBuilder();
        for (int parameter : new int[] {0, 32, 130}) {
            text.append("            {\r\n                \"type\": 1,\r\n")
                    .append("                \"time\": 0,\r\n                \"len\": 0,\r\n")
                    .append("                \"1\": ")
                    .append(parameter)
                    .append(",\r\n                \"2\": 0.787401556968689,\r\n")
                    .append("                \"3\": 0,\r\n                \"mod\": 0,\r\n")
                    .append("                \"modVal\": 0.0\r\n            },\r\n");
        }
        return open(text.toString());
    }

    private static byte[] lines(String... lines) {
        return open(String.join("\r\n", lines) + "\r\n");
    }

    private static byte[] open(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... pieces) {
        int length = Arrays.stream(pieces).mapToInt(piece -> piece.length).sum();
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return all;
    }
}
