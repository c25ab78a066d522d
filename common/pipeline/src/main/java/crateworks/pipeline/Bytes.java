package crateworks.pipeline;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Content of a file: bytes that nobody changes after they were handed over. */
public final class Bytes {
    private final byte[] content;

    /** Written by whoever comes first; every writer writes the same. */
    private volatile @Nullable ContentHash hash;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** Takes {@code content} over without copying it; the caller gives up writing to it. */
    public static Bytes of(byte[] content) {
        return new Bytes(content);
    }

    /** The content itself, not a copy; for reading only. */
    public byte[] array() {
        return content;
    }

    /** The hash of the content, which {@code hasher} works out the first time only. */
    public ContentHash hash(Function<byte[], ContentHash> hasher) {
        ContentHash known = hash;
        if (known == null) {
            known = hasher.apply(content);
            hash = known;
        }
        return known;
    }

    public int length() {
        return content.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return content.length + " bytes";
    }
}
