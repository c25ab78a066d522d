package crateworks.export.drive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads the index of a drive, entry by entry. */
final class IndexReader implements AutoCloseable {
    private final JsonParser json;

    private IndexReader(JsonParser json) {
        this.json = json;
    }

    /** Opens the index and goes to its first entry. */
    static IndexReader open(Path root) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(root.resolve(DriveMetadata.INDEX)));
        var reader = new IndexReader(new JsonFactory().createParser(ObjectReadContext.empty(), in));
        try {
            reader.goToFiles();
            return reader;
        } catch (IOException failure) {
            reader.close();
            throw failure;
        }
    }

    /** The next entry; empty at the end. */
    Optional<IndexEntry> next() throws IOException {
        try {
            return json.nextToken() == JsonToken.START_OBJECT
                    ? Optional.of(entry())
                    : Optional.empty();
        } catch (JacksonException failure) {
            throw damaged(failure);
        }
    }

    @Override
    public void close() {
        json.close();
    }

    private void goToFiles() throws IOException {
        try {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.START_ARRAY
                        && "files".equals(json.currentName())) {
                    return;
                }
            }
        } catch (JacksonException failure) {
            throw damaged(failure);
        }
        throw new IOException(DriveMetadata.INDEX + " has no list of files");
    }

    private IndexEntry entry() throws IOException {
        String path = "";
        String blake3 = "";
        long bytes = -1;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "path" -> path = json.getString();
                case "blake3" -> blake3 = json.getString();
                case "bytes" -> bytes = json.getLongValue();
                default -> json.skipChildren();
            }
        }
        if (path.isEmpty() || blake3.isEmpty() || bytes < 0) {
            throw new IOException(DriveMetadata.INDEX + " has an entry without path, hash or size");
        }
        return new IndexEntry(path, blake3, bytes);
    }

    private static IOException damaged(JacksonException failure) {
        return new IOException(DriveMetadata.INDEX + " is damaged", failure);
    }
}
