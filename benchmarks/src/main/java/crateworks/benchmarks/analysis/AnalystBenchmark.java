package crateworks.benchmarks.analysis;

import crateworks.music.analysis.Analyst;
import crateworks.music.analysis.Profile;
import crateworks.music.clues.Clues;
import crateworks.music.midi.MidiFile;
import crateworks.music.midi.Reading;
import crateworks.music.midi.SmfReader;
import crateworks.music.midi.SmfWriter;
import crateworks.music.time.Division;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One operation is the whole profile of one file that is read already; see bytes with -prof gc. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class AnalystBenchmark {
    private static final int BARS_MADE = 70;
    private static final int[] CHORD = {0, 7, 12, 16, 19};

    /**
     * A MIDI file; empty for a made one of 1,400 notes, as many as the median of real files has.
     */
    @Param("")
    public String file = "";

    private MidiFile music = read(made());
    private final Clues clues = Clues.of(List.of("untitled.mid"));

    @Setup(Level.Trial)
    public void load() throws IOException {
        if (!file.isEmpty()) {
            music = read(Files.readAllBytes(Path.of(file)));
        }
    }

    @Benchmark
    public Profile profile() {
        return Analyst.profile(music, clues, List.of());
    }

    private static MidiFile read(byte[] bytes) {
        if (SmfReader.read(bytes) instanceof Reading.Legible(var legible, var _)) {
            return legible;
        }
        throw new IllegalArgumentException("no MIDI file");
    }

    /** Bars of four chords of five notes. */
    private static byte[] made() {
        var writer = new SmfWriter(0, new Division.TicksPerQuarter(480), 16_384);
        writer.beginTrack().tempo(0, 500_000).timeSignature(0, 4, 4);
        for (int beat = 0; beat < BARS_MADE * 4; beat++) {
            int root = 48 + beat / 4 * 5 % 12;
            for (int interval : CHORD) {
                writer.channelMessage(beat * 480, 0x90, root + interval, 90);
            }
            for (int interval : CHORD) {
                writer.channelMessage(beat * 480 + 470, 0x80, root + interval, 64);
            }
        }
        return writer.endTrack(BARS_MADE * 4 * 480).toBytes().toArray();
    }
}
