package crateworks.music.mpc;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A square picture for a pack (Portable Network Graphics, colours from a palette): sixteen pads of
 * which some are lit, in a way that follows from the pack's name.
 */
public final class Cover {
    private static final int SIDE = 1_000;
    private static final int PADS = 4;
    private static final int GAP = 30;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    private static final int[] COLOURS = {
        0xFF3B30, 0xFF9500, 0xFFCC00, 0x34C759, 0x00C7BE, 0x007AFF, 0xAF52DE, 0xFF2D55
    };
    private static final int BACKGROUND = 0x1C1C1E;
    private static final int DARK_PAD = 0x3A3A3C;

    private Cover() {}

    /** The picture of the pack with this name. */
    public static byte[] png(String name) {
        int hash = name.hashCode();
        int lit = COLOURS[Math.floorMod(hash, COLOURS.length)];
        int pattern =
                ((hash ^ (hash >>> 16) ^ (hash >>> 5)) & 0xFFFF) | (1 << Math.floorMod(hash, 16));
        var out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13).putInt(SIDE).putInt(SIDE);
        header.put((byte) 8).put((byte) 3).put((byte) 0).put((byte) 0).put((byte) 0);
        chunk(out, "IHDR", header.array());
        chunk(out, "PLTE", palette(BACKGROUND, DARK_PAD, lit));
        chunk(out, "IDAT", deflated(rows(pattern)));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] rows(int pattern) {
        byte[] rows = new byte[SIDE * (SIDE + 1)];
        int cell = SIDE / PADS;
        for (int y = 0; y < SIDE; y++) {
            int row = y * (SIDE + 1) + 1; // each begins with the number of its filter, 0 for none
            for (int x = 0; x < SIDE; x++) {
                boolean inPad = isInside(x % cell, cell) && isInside(y % cell, cell);
                int pad = y / cell * PADS + x / cell;
                rows[row + x] = (byte) (inPad ? 1 + ((pattern >> pad) & 1) : 0);
            }
        }
        return rows;
    }

    private static boolean isInside(int place, int cell) {
        return place >= GAP && place < cell - GAP;
    }

    private static byte[] palette(int... colours) {
        ByteBuffer bytes = ByteBuffer.allocate(3 * colours.length);
        for (int colour : colours) {
            bytes.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
        }
        return bytes.array();
    }

    private static byte[] deflated(byte[] rows) {
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(rows);
            deflater.finish();
            byte[] room = new byte[rows.length];
            int length = deflater.deflate(room);
            return Arrays.copyOf(room, length);
        }
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(name);
        out.writeBytes(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
