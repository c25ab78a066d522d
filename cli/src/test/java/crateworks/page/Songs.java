package crateworks.page;

import crateworks.music.midi.SmfWriter;
import crateworks.music.time.Division;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** Real MIDI files with music in them, as different from each other as their numbers. */
final class Songs {
    private static final int QUARTER = 96;
    private static final int BARS = 8;
    private static final int BAR = 4 * QUARTER;
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-02-02T02:02:02Z"));
    private static final int[] ROOTS = {0, 5, 7, 3};

    private Songs() {}

    /** Puts a file where it seems to have lain for long. */
    static Path put(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        Files.setLastModifiedTime(file, LONG_AGO);
        return file;
    }

    /** Drums, bass and chords in A minor or, for odd numbers, C minor. */
    static byte[] song(int number, int bpm) {
        var writer = new SmfWriter(1, new Division.TicksPerQuarter(QUARTER), 4_000);
        head(writer, bpm, "Song " + number);
        writer.endTrack(BARS * BAR);
        drums(writer, number);
        bass(writer, number);
        chords(writer, number);
        return writer.toBytes().toArray();
    }

    /** A bass line alone. */
    static byte[] bassLine(int number, int bpm) {
        var writer = new SmfWriter(0, new Division.TicksPerQuarter(QUARTER), 4_000);
        head(writer, bpm, "Bass " + number);
        bassNotes(writer, number);
        return writer.toBytes().toArray();
    }

    private static void head(SmfWriter writer, int bpm, String name) {
        writer.beginTrack();
        writer.text(0, 3, name);
        writer.tempo(0, 60_000_000 / bpm);
        writer.timeSignature(0, 4, 4);
    }

    private static void drums(SmfWriter writer, int number) {
        writer.beginTrack();
        writer.text(0, 3, "Drums");
        for (int step = 0; step < BARS * 16; step++) {
            int tick = step * QUARTER / 4;
            int pitch =
                    step % 8 == 0 ? 36 : step % 8 == 4 ? 38 : (step + number) % 7 == 0 ? 46 : 42;
            note(writer, tick, 9, pitch, 20, 60 + (step * 7 + number) % 60);
        }
        writer.endTrack(BARS * BAR);
    }

    private static void bass(SmfWriter writer, int number) {
        writer.beginTrack();
        writer.text(0, 3, "Bass");
        bassNotes(writer, number);
    }

    private static void bassNotes(SmfWriter writer, int number) {
        writer.channelMessage(0, 0xC0 | 1, 33, 0);
        for (int beat = 0; beat < BARS * 4; beat++) {
            int pitch = tonic(number) - 24 + ROOTS[beat / 4 % 4] + (beat % 4 == 3 ? 7 : 0);
            note(writer, beat * QUARTER, 1, pitch + (beat * number) % 2 * 12, 80, 90);
        }
        writer.endTrack(BARS * BAR);
    }

    private static void chords(SmfWriter writer, int number) {
        writer.beginTrack();
        writer.text(0, 3, "Keys");
        writer.channelMessage(0, 0xC0, 4, 0);
        for (int bar = 0; bar < BARS; bar++) {
            int root = tonic(number) + ROOTS[bar % 4];
            int third = ROOTS[bar % 4] == 3 ? 4 : 3;
            int[] pitches = {root, root + third, root + 7};
            for (int pitch : pitches) {
                writer.channelMessage(bar * BAR, 0x90, pitch, 70 + number % 30);
            }
            for (int pitch : pitches) {
                writer.channelMessage(bar * BAR + BAR - 10, 0x80, pitch, 0);
            }
        }
        writer.endTrack(BARS * BAR);
    }

    private static int tonic(int number) {
        return number % 2 == 0 ? 57 : 60;
    }

    private static void note(
            SmfWriter writer, int tick, int channel, int pitch, int length, int velocity) {
        writer.channelMessage(tick, 0x90 | channel, pitch, velocity);
        writer.channelMessage(tick + length, 0x80 | channel, pitch, 0);
    }
}
