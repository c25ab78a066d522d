package crateworks.faults;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Looks into pieces of what goes over a connection. */
final class Pieces {
    private Pieces() {}

    static boolean startsWith(byte[] piece, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        return piece.length >= wanted.length
                && Arrays.equals(piece, 0, wanted.length, wanted, 0, wanted.length);
    }

    static boolean contains(byte[] piece, String text) {
        return find(piece, text.getBytes(StandardCharsets.ISO_8859_1), 0) < piece.length;
    }

    /** Where {@code wanted} begins from {@code offset} on; the length of all where it does not. */
    static int find(byte[] piece, byte[] wanted, int offset) {
        for (int at = offset; at + wanted.length <= piece.length; at++) {
            if (Arrays.equals(piece, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return piece.length;
    }
}
