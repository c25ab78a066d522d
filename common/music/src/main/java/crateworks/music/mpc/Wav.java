package crateworks.music.mpc;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;

/** PCM in RIFF WAVE: written as devices like it, and read as far as they need it. */
public final class Wav {
    static final int FRAMES_PER_SECOND = 44_100;

    private static final int HEADER_BYTES = 44;
    private static final int CHUNK_HEADER_BYTES = 8;
    private static final int FORMAT_BYTES = 16;
    private static final int FRAME_BYTES = 2;
    private static final int RIFF = 0x46464952;
    private static final int WAVE = 0x45564157;
    private static final int FORMAT = 0x20746D66;
    private static final int DATA = 0x61746164;

    private Wav() {}

    /** A file of one channel with 16 bits and 44,100 frames a second. */
    static byte[] mono(short[] frames) {
        int dataBytes = frames.length * FRAME_BYTES;
        ByteBuffer out =
                ByteBuffer.allocate(HEADER_BYTES + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(RIFF).putInt(HEADER_BYTES - CHUNK_HEADER_BYTES + dataBytes).putInt(WAVE);
        out.putInt(FORMAT).putInt(FORMAT_BYTES);
        out.putShort((short) 1).putShort((short) 1);
        out.putInt(FRAMES_PER_SECOND).putInt(FRAMES_PER_SECOND * FRAME_BYTES);
        out.putShort((short) FRAME_BYTES).putShort((short) (8 * FRAME_BYTES));
        out.putInt(DATA).putInt(dataBytes);
        for (short frame : frames) {
            out.putShort(frame);
        }
        return out.array();
    }

    /** How many frames a file has; empty for what is no PCM in RIFF WAVE. */
    public static OptionalInt frames(byte[] file) {
        if (file.length < HEADER_BYTES) {
            return OptionalInt.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (in.getInt(0) != RIFF || in.getInt(8) != WAVE) {
            return OptionalInt.empty();
        }
        int frameBytes = 0;
        long offset = 12;
        while (offset + CHUNK_HEADER_BYTES <= file.length) {
            int at = (int) offset;
            long stated = in.getInt(at + 4) & 0xFFFF_FFFFL;
            if (in.getInt(at) == FORMAT && at + CHUNK_HEADER_BYTES + FORMAT_BYTES <= file.length) {
                frameBytes = in.getShort(at + CHUNK_HEADER_BYTES + 12) & 0xFFFF;
            }
            if (in.getInt(at) == DATA && frameBytes > 0) {
                long there = Math.min(stated, file.length - offset - CHUNK_HEADER_BYTES);
                return OptionalInt.of((int) (there / frameBytes));
            }
            offset += CHUNK_HEADER_BYTES + stated + (stated & 1);
        }
        return OptionalInt.empty();
    }
}
