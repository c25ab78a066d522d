package crateworks.benchmarks.corpus;

import crateworks.music.midi.MetaType;
import crateworks.music.midi.SmfWriter;
import crateworks.music.time.Division;
import java.util.SplittableRandom;

/**
 * Files made for want of a collection: loops of 4 to 32 bars over four chords, with one to five of
 * bass, chords, melody, arpeggio and drums; every third file has one part only.
 */
public final class MadeBases implements Bases {
    private static final int COUNT = 300;
    private static final int QUARTER = 480;
    private static final int BAR = 4 * QUARTER;
    private static final int[][] CHORD_ROOTS = {{0, 5, 7, 0}, {0, 9, 5, 7}, {0, 7, 9, 5}};
    private static final String[] PART_NAMES = {"Bass", "Pad", "Lead", "Arp", "Drums"};
    private static final int[] PROGRAMS = {38, 89, 81, 4, 0};
    private static final int[] DRUMS = {36, 42, 38, 42, 36, 46, 38, 42};
    private static final int DRUM_PART = 4;
    private static final int DRUM_CHANNEL = 9;

    private final long seed;

    public MadeBases(long seed) {
        this.seed = seed;
    }

    @Override
    public String origin() {
        return "made";
    }

    @Override
    public int count() {
        return COUNT;
    }

    @Override
    public byte[] bytes(int base) {
        var random = new SplittableRandom(seed * COUNT + base);
        int bars = 4 << random.nextInt(4);
        int format = base % 3 == 0 ? 0 : 1;
        var writer = new SmfWriter(format, new Division.TicksPerQuarter(QUARTER), bars * 256);
        writer.beginTrack().tempo(0, 60_000_000 / random.nextInt(70, 180)).timeSignature(0, 4, 4);
        int[] roots = CHORD_ROOTS[random.nextInt(CHORD_ROOTS.length)];
        if (format == 0) {
            part(writer, random.nextInt(PART_NAMES.length), roots, bars, random);
            return writer.toBytes().toArray();
        }
        writer.endTrack(0);
        int parts = random.nextInt(2, PART_NAMES.length + 1);
        for (int part = PART_NAMES.length - parts; part < PART_NAMES.length; part++) {
            part(writer.beginTrack(), part, roots, bars, random);
        }
        return writer.toBytes().toArray();
    }

    private static void part(
            SmfWriter writer, int part, int[] roots, int bars, SplittableRandom random) {
        int channel = part == DRUM_PART ? DRUM_CHANNEL : part;
        writer.text(0, MetaType.TRACK_NAME, PART_NAMES[part]);
        writer.channelMessage(0, 0xC0 | channel, PROGRAMS[part], 0);
        int step = QUARTER >> random.nextInt(3);
        for (int tick = 0; tick < bars * BAR; tick += step) {
            int root = roots[tick / BAR % roots.length];
            int pitch =
                    switch (part) {
                        case 0 -> 36 + root;
                        case 1 -> 48 + root + 4 * random.nextInt(2);
                        case 2 -> 60 + root + 2 * random.nextInt(6);
                        case 3 -> 60 + root + new int[] {0, 4, 7}[tick / step % 3];
                        default -> DRUMS[tick / step % DRUMS.length];
                    };
            int velocity = 64 + random.nextInt(48);
            writer.channelMessage(tick, 0x90 | channel, pitch, velocity);
            writer.channelMessage(tick + step * 3 / 4, 0x80 | channel, pitch, 64);
        }
        writer.endTrack(bars * BAR);
    }
}
