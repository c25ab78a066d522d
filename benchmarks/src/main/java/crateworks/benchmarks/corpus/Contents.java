package crateworks.benchmarks.corpus;

import crateworks.music.midi.MidiBytes;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Tells contents apart by 64 bits of a hash. */
final class Contents {
    private Contents() {}

    static long number(MidiBytes content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return ByteBuffer.wrap(digest.digest(content.toArray())).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
