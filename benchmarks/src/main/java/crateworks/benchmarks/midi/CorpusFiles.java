package crateworks.benchmarks.midi;

import crateworks.music.midi.Reading;
import crateworks.music.midi.SmfReader;
import crateworks.music.midi.SmfWriter;
import crateworks.music.time.Division;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiSystem;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The files that are measured: those of a folder that both readers read, in memory, or else 500
 * made ones of four parts each.
 */
@State(Scope.Benchmark)
public class CorpusFiles {
    private static final int FILES_MADE = 500;
    private static final int PARTS_MADE = 4;
    private static final int NOTES_MADE = 400;

    /** A folder with MIDI files; empty for made ones. */
    @Param("")
    public String corpus = "";

    List<byte[]> files = List.of();
    long bytes;

    @Setup(Level.Trial)
    public void load() throws IOException {
        files = corpus.isEmpty() ? made() : read(Path.of(corpus));
        bytes = files.stream().mapToLong(file -> file.length).sum();
        System.out.printf("%d files, %,d bytes%n", files.size(), bytes);
    }

    /** The files; nobody changes them. */
    public List<byte[]> files() {
        return files;
    }

    private static List<byte[]> read(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .sorted()
                    .map(CorpusFiles::bytes)
                    .filter(CorpusFiles::isReadByBoth)
                    .toList();
        }
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + path, e);
        }
    }

    private static boolean isReadByBoth(byte[] file) {
        try {
            MidiSystem.getSequence(new ByteArrayInputStream(file));
            return SmfReader.read(file) instanceof Reading.Legible;
        } catch (InvalidMidiDataException | IOException e) {
            return false;
        }
    }

    private static List<byte[]> made() {
        return IntStream.range(0, FILES_MADE).mapToObj(seed -> make(new Random(seed))).toList();
    }

    private static byte[] make(Random random) {
        var writer = new SmfWriter(1, new Division.TicksPerQuarter(480), 16_384);
        writer.beginTrack().tempo(0, 500_000).timeSignature(0, 4, 4).endTrack(0);
        for (int part = 0; part < PARTS_MADE; part++) {
            writer.beginTrack().text(0, 3, "Part " + part).channelMessage(0, 0xC0 | part, part, 0);
            int tick = 0;
            for (int note = 0; note < NOTES_MADE; note++) {
                int pitch = 36 + random.nextInt(48);
                writer.channelMessage(tick, 0x90 | part, pitch, 1 + random.nextInt(127));
                tick += 60 * random.nextInt(9);
                writer.channelMessage(tick, 0x80 | part, pitch, 64);
            }
            writer.endTrack(tick);
        }
        return writer.toBytes().toArray();
    }
}
