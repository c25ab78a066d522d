package crateworks.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The law that the same library makes the same drive, byte for byte, its metadata included; only
 * the mark that tells drives apart is another on each.
 */
public final class SameDrive {
    private static final String MARK = "METADATA/drive.json";

    private final Tree expected;

    /** Remembers the drive as it is now. */
    public SameDrive(Path drive) throws IOException {
        this.expected = Tree.of(drive, false).without(MARK);
    }

    /** Fails when {@code drive} has other paths or bytes. */
    public void holds(Path drive) throws IOException {
        List<String> differences = expected.differencesFrom(Tree.of(drive, false).without(MARK));
        if (!differences.isEmpty()) {
            throw new AssertionError(drive + " differs: " + String.join("; ", differences));
        }
    }
}
