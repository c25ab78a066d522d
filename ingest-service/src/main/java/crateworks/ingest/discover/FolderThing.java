package crateworks.ingest.discover;

import crateworks.ingest.archive.ArchiveEnd;
import crateworks.ingest.archive.ArchiveReader;
import crateworks.ingest.archive.MemberSink;
import crateworks.ingest.source.ContentKind;
import crateworks.ingest.source.FileNames;
import crateworks.ingest.source.Finding;
import crateworks.pipeline.Bytes;
import crateworks.pipeline.message.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file of a folder; it stays there. */
record FolderThing(Path root, Finding.FoundFile file) implements Thing {
    @Override
    public Origin origin() {
        return new Origin(root.toString(), file.path(), "");
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    public long modified() {
        return file.modifiedMicros();
    }

    @Override
    public byte[] head() throws IOException {
        try (InputStream in = Files.newInputStream(path())) {
            return in.readNBytes(ContentKind.HEAD_BYTES);
        }
    }

    @Override
    public Optional<Bytes> content() {
        return Optional.empty();
    }

    @Override
    public ArchiveEnd members(ArchiveReader archives, MemberSink sink)
            throws IOException, InterruptedException {
        return archives.read(path(), file.path(), sink);
    }

    private Path path() {
        return FileNames.locate(root, file.path());
    }
}
