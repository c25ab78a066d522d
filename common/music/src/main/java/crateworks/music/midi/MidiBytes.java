package crateworks.music.midi;

import java.util.Arrays;

/** The bytes of one MIDI file, which no one can change. */
public final class MidiBytes {
    private final byte[] bytes;

    private MidiBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    public static MidiBytes copyOf(byte[] bytes) {
        return new MidiBytes(bytes.clone());
    }

    /** The first {@code length} of bytes that a writer no longer needs. */
    static MidiBytes ofFirst(byte[] written, int length) {
        return new MidiBytes(Arrays.copyOf(written, length));
    }

    public int length() {
        return bytes.length;
    }

    /** A copy of the bytes. */
    public byte[] toArray() {
        return bytes.clone();
    }

    /** Reads the bytes as {@link SmfReader#read(byte[])} does, without a copy. */
    public Reading read() {
        return SmfReader.read(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MidiBytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
