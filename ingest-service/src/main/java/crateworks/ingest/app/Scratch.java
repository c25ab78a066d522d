package crateworks.ingest.app;

import crateworks.pipeline.port.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder for what can be made again. */
final class Scratch {
    private Scratch() {}

    /** Makes the folder if it is missing. */
    static Path made(Path folder) throws Outage {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Outage("scratch space", folder + " cannot be made", e);
        }
    }
}
