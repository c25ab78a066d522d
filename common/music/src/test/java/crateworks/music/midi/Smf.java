package crateworks.music.midi;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Files written byte by byte, right or wrong. */
public final class Smf {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private Smf() {}

    /** A header with a length of 6. */
    public static Smf header(int format, int tracks, int division) {
        return new Smf()
                .hex("4D546864 00000006")
                .number16(format)
                .number16(tracks)
                .number16(division);
    }

    public static Smf empty() {
        return new Smf();
    }

    /** Bytes in hexadecimal; blanks are for the reader. */
    public Smf hex(String hex) {
        bytes.writeBytes(HexFormat.of().parseHex(hex.replace(" ", "")));
        return this;
    }

    public Smf number16(int value) {
        bytes.write(value >> 8);
        bytes.write(value);
        return this;
    }

    public Smf number32(int value) {
        return number16(value >> 16).number16(value);
    }

    public Smf raw(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    /** A track with the right length; its end of track is part of {@code hex}. */
    public Smf track(String hex) {
        byte[] body = Smf.empty().hex(hex).toArray();
        return hex("4D54726B").number32(body.length).raw(body);
    }

    /** A track that states another length. */
    public Smf trackStating(int length, String hex) {
        return hex("4D54726B").number32(length).hex(hex);
    }

    public byte[] toArray() {
        return bytes.toByteArray();
    }

    public Reading read() {
        return SmfReader.read(toArray());
    }
}
