package crateworks.adapters.postgres;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** 128 bits that stand for a tuple of texts and numbers, however long, in a unique index. */
final class Key {
    private final MessageDigest digest;

    private Key() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static Key begin() {
        return new Key();
    }

    Key and(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        and(bytes.length);
        digest.update(bytes);
        return this;
    }

    Key and(long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
        return this;
    }

    /** The key; this object cannot be used again. */
    UUID end() {
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        return new UUID(hash.getLong(), hash.getLong());
    }
}
