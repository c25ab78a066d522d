package crateworks.benchmarks.mpc;

import crateworks.benchmarks.midi.CorpusFiles;
import crateworks.music.midi.MidiFile;
import crateworks.music.midi.Reading;
import crateworks.music.midi.SmfReader;
import crateworks.music.mpc.Pattern;
import crateworks.music.mpc.PatternProfile;
import crateworks.music.mpc.PatternProfile.Generation;
import crateworks.music.mpc.PatternProfile.Preamble;
import crateworks.music.mpc.PatternWriter;
import crateworks.music.split.Part;
import crateworks.music.split.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One operation takes every part of all files once; {@code patterns}, {@code notes} and {@code
 * megabytes} are a second's.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class PatternWriterBenchmark {
    private static final PatternProfile NESTED =
            new PatternProfile(Generation.NESTED, Preamble.NONE);

    private List<byte[]> parts = List.of();
    private List<Pattern> patterns = List.of();

    /** What was written, for rates that do not depend on the files. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Written {
        public long patterns;
        public long notes;
        public double megabytes;

        @Setup(Level.Iteration)
        public void reset() {
            patterns = 0;
            notes = 0;
            megabytes = 0;
        }

        void add(Pattern pattern, byte[] file) {
            patterns++;
            notes += pattern.count();
            megabytes += file.length / 1e6;
        }
    }

    @Setup(Level.Trial)
    public void split(CorpusFiles corpus) {
        var found = new ArrayList<byte[]>();
        for (byte[] file : corpus.files()) {
            if (SmfReader.read(file) instanceof Reading.Legible(var music, var _)) {
                Splitter.split(music).stream()
                        .map(Part::content)
                        .forEach(content -> found.add(content.toArray()));
            }
        }
        parts = found;
        patterns = parts.stream().flatMap(part -> pattern(part).stream()).toList();
    }

    /** The bytes alone, of notes that are in memory. */
    @Benchmark
    public void write(Written written, Blackhole sink) {
        for (Pattern pattern : patterns) {
            byte[] file = PatternWriter.write(pattern, PatternProfile.STANDARD);
            written.add(pattern, file);
            sink.consume(file);
        }
    }

    /** The same in the nested form. */
    @Benchmark
    public void writeNested(Written written, Blackhole sink) {
        for (Pattern pattern : patterns) {
            byte[] file = PatternWriter.write(pattern, NESTED);
            written.add(pattern, file);
            sink.consume(file);
        }
    }

    /** What export does for a part: reads it, makes its pattern and writes that. */
    @Benchmark
    public void readAndWrite(Written written, Blackhole sink) {
        for (byte[] part : parts) {
            for (Pattern pattern : pattern(part)) {
                byte[] file = PatternWriter.write(pattern, PatternProfile.STANDARD);
                written.add(pattern, file);
                sink.consume(file);
            }
        }
    }

    private static List<Pattern> pattern(byte[] part) {
        return switch (SmfReader.read(part)) {
            case Reading.Legible(MidiFile file, var _) -> Pattern.of(file).stream().toList();
            case Reading.Illegible _ -> List.of();
        };
    }
}
