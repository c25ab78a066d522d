package crateworks.benchmarks.midi;

import crateworks.music.midi.Reading;
import crateworks.music.midi.SmfReader;
import crateworks.music.split.Splitter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiSystem;
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
 * One operation takes all files once; {@code megabytes} and {@code files} are a second's. On a busy
 * machine compare megabytes by {@code processorSeconds}, which leaves out the time spent waiting.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class SmfReaderBenchmark {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** What was taken in, for rates that do not depend on the files. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Taken {
        public double megabytes;
        public double processorSeconds;
        public long files;
        private long processorNanos;

        @Setup(Level.Iteration)
        public void reset() {
            megabytes = 0;
            processorSeconds = 0;
            files = 0;
            processorNanos = THREADS.getCurrentThreadCpuTime();
        }

        void add(CorpusFiles corpus) {
            megabytes += corpus.bytes / 1e6;
            files += corpus.files.size();
            long now = THREADS.getCurrentThreadCpuTime();
            processorSeconds += (now - processorNanos) / 1e9;
            processorNanos = now;
        }
    }

    @Benchmark
    public void events(CorpusFiles corpus, Taken taken, Blackhole sink) {
        for (byte[] file : corpus.files) {
            sink.consume(SmfReader.read(file));
        }
        taken.add(corpus);
    }

    @Benchmark
    public void eventsAndNotes(CorpusFiles corpus, Taken taken, Blackhole sink) {
        for (byte[] file : corpus.files) {
            if (SmfReader.read(file) instanceof Reading.Legible(var music, var _)) {
                sink.consume(music.notes());
            }
        }
        taken.add(corpus);
    }

    @Benchmark
    public void eventsAndParts(CorpusFiles corpus, Taken taken, Blackhole sink) {
        for (byte[] file : corpus.files) {
            if (SmfReader.read(file) instanceof Reading.Legible(var music, var _)) {
                sink.consume(Splitter.split(music));
            }
        }
        taken.add(corpus);
    }

    @Benchmark
    public void javax(CorpusFiles corpus, Taken taken, Blackhole sink)
            throws InvalidMidiDataException, IOException {
        for (byte[] file : corpus.files) {
            sink.consume(MidiSystem.getSequence(new ByteArrayInputStream(file)));
        }
        taken.add(corpus);
    }
}
