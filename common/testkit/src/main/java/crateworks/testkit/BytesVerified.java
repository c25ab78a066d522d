package crateworks.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The law that bytes are verified: every file on a drive hashes to its row in the drive's index,
 * every row has its file, and nothing else lies there.
 */
public final class BytesVerified {
    private static final String METADATA = "METADATA/";
    private static final String README = "README.txt";

    private final Path drive;

    public BytesVerified(Path drive) {
        this.drive = drive;
    }

    /** Returns how many files the index names, after making sure of each. */
    public int holds() throws IOException {
        JsonNode index =
                JsonMapper.shared()
                        .readTree(Files.readAllBytes(drive.resolve(METADATA + "file_index.json")));
        Tree tree = Tree.of(drive, false);
        var unnamed = new TreeSet<String>();
        tree.entries()
                .forEach(
                        (path, entry) -> {
                            boolean told = path.startsWith(METADATA) || path.equals(README);
                            if (!entry.kind().equals("folder") && !told) {
                                unnamed.add(path);
                            }
                        });
        List<String> faults = new ArrayList<>();
        for (JsonNode row : index.get("files")) {
            String path = row.get("path").asString();
            Tree.Entry entry = tree.entries().get(path);
            if (!unnamed.remove(path)) {
                faults.add(path + " is missing or named twice");
            } else if (entry == null
                    || !entry.blake3().equals(row.get("blake3").asString())
                    || entry.bytes() != row.get("bytes").asLong()) {
                faults.add(path + " is not what its row says: " + entry + ", " + row);
            }
        }
        unnamed.forEach(path -> faults.add(path + " has no row"));
        if (!faults.isEmpty()) {
            throw new AssertionError(String.join("; ", faults));
        }
        return index.get("files").size();
    }
}
