package crateworks.ingest.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The names in one folder, in the order of their UTF-8 bytes.
 *
 * @param cut whether there were more than were asked for
 * @param broken why the listing ended early
 */
record Listing(List<String> names, boolean cut, Optional<IOException> broken) {
    /** Code points, which order as their UTF-8 bytes do; chars would put U+FFFD after U+1F3B5. */
    static final Comparator<String> BY_BYTES = Listing::compareCodePoints;

    static Listing of(Path folder, int entriesMax) throws IOException {
        var names = new ArrayList<String>();
        Optional<IOException> broken = Optional.empty();
        boolean cut = false;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (names.size() >= entriesMax) {
                    cut = true;
                    break;
                }
                names.add(FileNames.text(entry));
            }
        } catch (DirectoryIteratorException e) {
            broken = Optional.ofNullable(e.getCause());
        }
        names.sort(BY_BYTES);
        return new Listing(names, cut, broken);
    }

    private static int compareCodePoints(String left, String right) {
        int shorter = Math.min(left.length(), right.length());
        for (int at = 0; at < shorter; at++) {
            char a = left.charAt(at);
            char b = right.charAt(at);
            if (a != b) {
                boolean bothOrNeither = Character.isSurrogate(a) == Character.isSurrogate(b);
                int order = Character.compare(a, b);
                return bothOrNeither ? order : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
