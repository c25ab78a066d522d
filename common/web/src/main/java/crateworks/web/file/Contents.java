package crateworks.web.file;

import crateworks.music.midi.MidiFile;
import crateworks.music.midi.Reading;
import crateworks.music.midi.SmfReader;
import crateworks.pipeline.Bytes;
import crateworks.pipeline.port.BlobStore;
import crateworks.pipeline.port.Lookup;
import crateworks.pipeline.port.Outage;
import crateworks.web.http.Problem;
import java.util.List;
import java.util.concurrent.Semaphore;

/** The contents of files, read from the store. */
public final class Contents {
    /** Files that are read and held at a time: one may be large. */
    private static final int AT_ONCE_MAX = 2;

    private final Lookup lookup;
    private final BlobStore blobs;
    private final Semaphore slots = new Semaphore(AT_ONCE_MAX, true);

    /** What is made of a file while it is held. */
    @FunctionalInterface
    public interface Use<T> {
        T of(Lookup.Entry entry, MidiFile file);
    }

    public Contents(Lookup lookup, BlobStore blobs) {
        this.lookup = lookup;
        this.blobs = blobs;
    }

    public Lookup.Entry entry(long file) throws Outage {
        return lookup.entry(file)
                .orElseThrow(() -> Problem.unknown("FILE", "There is no file " + file + "."));
    }

    public Bytes bytes(Lookup.Entry entry) throws Outage, InterruptedException {
        return blobs.read(List.of(entry.piece().content())).getFirst();
    }

    /** Reads a file's music and makes something of it. */
    public <T> T with(long file, Use<T> use) throws Outage, InterruptedException {
        Lookup.Entry entry = entry(file);
        slots.acquire();
        try {
            return switch (SmfReader.read(bytes(entry).array())) {
                case Reading.Legible(var music, _) -> use.of(entry, music);
                case Reading.Illegible(int offset, var fault) ->
                        throw new Problem(
                                503, "DAMAGED", fault.sentence() + " (at byte " + offset + ")");
            };
        } finally {
            slots.release();
        }
    }
}
