package crateworks.music.midi;

import crateworks.music.time.Division;
import java.util.Random;

/** Files that follow the specification and are otherwise what chance makes them. */
public final class RandomFile {
    private RandomFile() {}

    public static byte[] bytes(Random random) {
        int format = random.nextInt(2);
        var writer =
                new SmfWriter(format, new Division.TicksPerQuarter(1 + random.nextInt(960)), 0);
        int tracks = format == 0 ? 1 : 1 + random.nextInt(5);
        for (int track = 0; track < tracks; track++) {
            writer.beginTrack();
            writer.endTrack(events(writer, random));
        }
        return writer.toBytes().toArray();
    }

    private static int events(SmfWriter writer, Random random) {
        int tick = 0;
        int count = random.nextInt(100);
        for (int event = 0; event < count; event++) {
            tick += random.nextInt(4) == 0 ? random.nextInt(20_000) : 0;
            int channel = random.nextInt(3) == 0 ? 9 : random.nextInt(3);
            int pitch = 30 + random.nextInt(60);
            switch (random.nextInt(10)) {
                case 0 -> writer.tempo(tick, 1 + random.nextInt(0xFFFFFF));
                case 1 ->
                        writer.timeSignature(tick, 1 + random.nextInt(12), 1 << random.nextInt(6));
                case 2 -> writer.keySignature(tick, random.nextInt(15) - 7, random.nextBoolean());
                case 3 -> writer.text(tick, 1 + random.nextInt(7), "text " + event);
                case 4 -> writer.channelMessage(tick, 0xC0 | channel, random.nextInt(128), 0);
                case 5 -> writer.channelMessage(tick, 0xB0 | channel, 7, random.nextInt(128));
                default -> {
                    writer.channelMessage(tick, 0x90 | channel, pitch, 1 + random.nextInt(127));
                    tick += random.nextInt(300);
                    writer.channelMessage(tick, 0x80 | channel, pitch, 64);
                }
            }
        }
        return tick;
    }
}
