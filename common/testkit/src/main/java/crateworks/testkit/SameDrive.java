package crateworks.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The law that the same library makes the same drive, byte for byte, its metadata included. */
public final class SameDrive {
    private final Tree expected;

    /** Remembers the drive as it is now. */
    public SameDrive(Path drive) throws IOException {
        this.expected = Tree.of(drive, false);
    }

    /** Fails when {@code drive} has other paths or bytes. */
    public void holds(Path drive) throws IOException {
        List<String> differences = expected.differencesFrom(Tree.of(drive, false));
        if (!differences.isEmpty()) {
            throw new AssertionError(drive + " differs: " + String.join("; ", differences));
        }
    }
}
