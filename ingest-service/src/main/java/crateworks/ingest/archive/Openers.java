package crateworks.ingest.archive;

import crateworks.ingest.archive.ArchiveFault.Code;
import crateworks.ingest.source.ContentKind;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Opens one archive in the way that its kind is read best, and closes it with all it took. */
final class Openers implements Closeable {
    private static final int BUFFER_BYTES = 64 * 1024;

    private static final Pattern PART =
            Pattern.compile(".*(\\.(7z|zip|rar|tar)\\.[0-9]{3}|\\.[zr][0-9]{2})");

    private final Spool.Scratch scratch;
    private final Budget budget;
    private Optional<Spool> spool = Optional.empty();
    private Optional<Container> container = Optional.empty();

    Openers(Spool.Scratch scratch, Budget budget) {
        this.scratch = scratch;
        this.budget = budget;
    }

    Container open(ContentKind kind, Packed packed, String name) throws IOException {
        if (PART.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
            throw new Refusal(Code.MULTI_PART, Diagnosis.sentence(Code.MULTI_PART));
        }
        Container opened =
                switch (kind) {
                    case ZIP -> zip(seekable(packed));
                    case SEVEN_ZIP -> new SevenZipContainer(seekable(packed), budget);
                    case RAR -> new RarContainer(seekable(packed), scratch, budget);
                    case TAR -> new TarContainer(stream(packed), budget);
                    case GZIP, XZ, ZSTD, BZIP2 ->
                            new SingleContainer(kind, stream(packed), name, budget);
                    case MIDI, MIDI_CANDIDATE, MIDI2_CLIP, OTHER ->
                            throw new Refusal(
                                    Code.UNREADABLE_ARCHIVE, "It is not an archive that is known.");
                };
        container = Optional.of(opened);
        return opened;
    }

    private Container zip(SeekableByteChannel channel) throws IOException {
        Optional<ZipDirectory> directory = ZipDirectory.find(channel, budget);
        if (directory.isPresent()) {
            return new ZipContainer(channel, directory.get(), budget);
        }
        channel.position(0);
        return new ZipStreamContainer(
                new BufferedInputStream(Channels.newInputStream(channel), BUFFER_BYTES), budget);
    }

    private SeekableByteChannel seekable(Packed packed) throws IOException {
        return switch (packed) {
            case Packed.InFile(var channel) -> channel;
            case Packed.InStream(var stream) -> {
                var kept = new Spool(scratch);
                spool = Optional.of(kept);
                kept.fill(stream);
                yield kept.channel();
            }
        };
    }

    private static BufferedInputStream stream(Packed packed) {
        return switch (packed) {
            case Packed.InFile(var channel) ->
                    new BufferedInputStream(Channels.newInputStream(channel), BUFFER_BYTES);
            case Packed.InStream(var stream) -> new BufferedInputStream(stream, BUFFER_BYTES);
        };
    }

    @Override
    public void close() throws IOException {
        try {
            if (container.isPresent()) {
                container.get().close();
            }
        } finally {
            if (spool.isPresent()) {
                spool.get().close();
            }
        }
    }
}
