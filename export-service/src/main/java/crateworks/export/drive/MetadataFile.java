package crateworks.export.drive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** A file of the drive's metadata while it is written beside the one that it will replace. */
final class MetadataFile implements AutoCloseable {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final Path target;
    private final Path temporary;
    private final FileChannel channel;
    private final JsonGenerator json;

    MetadataFile(Path folder, String name, Leftovers leftovers) throws IOException {
        this.target = folder.resolve(name);
        this.temporary = leftovers.newIn(folder);
        this.channel =
                FileChannel.open(
                        temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.json =
                JSON.createGenerator(
                        ObjectWriteContext.empty(),
                        new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
    }

    JsonGenerator json() {
        return json;
    }

    /** Begins the next entry of a list, on a line of its own. */
    JsonGenerator entry() {
        return json.writeRaw('\n').writeStartObject();
    }

    /** Puts the file in its place, unless one with the same bytes is there. */
    void replace() throws IOException {
        json.writeRaw('\n');
        json.close();
        if (Files.isRegularFile(target) && Files.mismatch(temporary, target) < 0) {
            return;
        }
        channel.force(true);
        channel.close();
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(temporary);
    }
}
