package crateworks.ingest;

import crateworks.ingest.Candidate.Material;
import crateworks.ingest.source.FileNames;
import crateworks.music.midi.SmfReader;
import crateworks.pipeline.Bytes;
import crateworks.pipeline.message.Found;
import crateworks.pipeline.message.Origin;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.run.FileTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads files from the folders they were found in. What was found in the inbox is stored when it is
 * found, and never read from there again.
 */
public final class SourceReader {
    /**
     * Reads the whole of a file.
     *
     * @throws Outage when the folder it was found in cannot be reached at all
     * @throws FileTrouble when this one file cannot be read
     */
    public Material read(Found found) throws Outage {
        if (found.origin().source().equals(Origin.INBOX)) {
            throw new FileTrouble(
                    "SOURCE_UNREADABLE",
                    found.origin().display()
                            + " is no longer in the inbox: put it there once more.");
        }
        Path root = Path.of(found.origin().source());
        Path file = FileNames.locate(root, found.origin().path());
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(SmfReader.FILE_BYTES_MAX + 1);
            return bytes.length > SmfReader.FILE_BYTES_MAX
                    ? new Material.TooLarge(Math.max(found.size(), bytes.length))
                    : new Material.Content(Bytes.of(bytes));
        } catch (IOException e) {
            if (!Files.isReadable(root)) {
                throw new Outage("the source", root + " cannot be read", e);
            }
            throw new FileTrouble(
                    "SOURCE_UNREADABLE",
                    found.origin().display()
                            + " can no longer be read from "
                            + root
                            + ": put it back or make it readable, then retry.");
        }
    }
}
