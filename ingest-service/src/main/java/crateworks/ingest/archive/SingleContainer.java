package crateworks.ingest.archive;

import crateworks.ingest.archive.ArchiveFault.Code;
import crateworks.ingest.source.ContentKind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** One compressed file, such as {@code song.mid.gz} or the outside of {@code songs.tar.xz}. */
final class SingleContainer implements Container {
    private static final Map<String, String> INNER_EXTENSIONS =
            Map.of("tgz", ".tar", "txz", ".tar", "tzst", ".tar", "tbz2", ".tar", "tbz", ".tar");

    private final InputStream decoded;
    private final String name;
    private boolean given;

    SingleContainer(ContentKind kind, BufferedInputStream packed, String packedName, Budget budget)
            throws IOException {
        packed.mark(1);
        if (packed.read() < 0) {
            throw new Refusal(Code.UNREADABLE_ARCHIVE, "It is empty.");
        }
        packed.reset();
        this.decoded = new MeteredStream(Decoders.decoder(kind, packed, budget.limits()), budget);
        this.name = innerName(packedName);
    }

    /** The last name without the extension of the compression. */
    static String innerName(String packedName) {
        String last = packedName.substring(packedName.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        if (dot <= 0) {
            return last;
        }
        String extension = last.substring(dot + 1).toLowerCase(Locale.ROOT);
        return switch (extension) {
            case "gz", "xz", "zst", "bz2" -> last.substring(0, dot);
            default ->
                    INNER_EXTENSIONS.containsKey(extension)
                            ? last.substring(0, dot) + INNER_EXTENSIONS.get(extension)
                            : last;
        };
    }

    @Override
    public Optional<Entry> next() {
        if (given) {
            return Optional.empty();
        }
        given = true;
        return Optional.of(new Entry(name, Form.FILE, OptionalLong.empty(), OptionalLong.empty()));
    }

    @Override
    public InputStream content() {
        return decoded;
    }

    @Override
    public boolean endsAtDamage() {
        return true;
    }

    @Override
    public boolean isSingle() {
        return true;
    }

    @Override
    public void close() throws IOException {
        decoded.close();
    }
}
