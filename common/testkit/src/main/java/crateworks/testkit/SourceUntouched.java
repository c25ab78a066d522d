package crateworks.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The law that a source is never modified: what was below a folder is there as it was. */
public final class SourceUntouched {
    private final Path source;
    private final Tree before;

    /** Remembers every path, content, link and time below {@code source}. */
    public SourceUntouched(Path source) throws IOException {
        this.source = source;
        this.before = Tree.of(source, true);
    }

    /** Fails when anything was added, removed, changed, or given another time. */
    public void holds() throws IOException {
        List<String> differences = before.differencesFrom(Tree.of(source, true));
        if (!differences.isEmpty()) {
            throw new AssertionError("the source was touched: " + String.join("; ", differences));
        }
    }
}
