package crateworks.pipeline;

import java.util.HexFormat;

/** The BLAKE3 of a content, 256 bits, as 64 lower-case hexadecimal digits: the name of a blob. */
public record ContentHash(String hex) implements Comparable<ContentHash> {
    public static final int BYTES = 32;

    public ContentHash {
        if (hex.length() != 2 * BYTES) {
            throw new IllegalArgumentException("a BLAKE3 has 64 hexadecimal digits: " + hex);
        }
    }

    public static ContentHash of(byte[] digest) {
        return new ContentHash(HexFormat.of().formatHex(digest));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public int compareTo(ContentHash other) {
        return hex.compareTo(other.hex);
    }
}
