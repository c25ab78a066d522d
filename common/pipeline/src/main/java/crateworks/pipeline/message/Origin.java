package crateworks.pipeline.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where a file was found: a folder or bucket, the path in it, and for archives the chain of member
 * names, each level after {@value #INSIDE}; empty for a file that lies there by itself.
 */
public record Origin(String source, String path, String member) {
    public static final String INSIDE = "!/";

    /** The source of what was dropped into the mailbox; it is no folder. */
    public static final String INBOX = "inbox";

    /** Everything that is in the library already, wherever it was found. */
    public static final String LIBRARY = "library";

    /** Whether {@code source} names a folder. */
    public static boolean isFolder(String source) {
        return !source.equals(INBOX) && !source.equals(LIBRARY);
    }

    /** The path and the chain of members, as a person would write it. */
    public String display() {
        return member.isEmpty() ? path : path + INSIDE + member;
    }

    /** Folders from the outermost inwards and at last the file's own name. */
    public List<String> segments() {
        var segments = new ArrayList<String>();
        for (String level : display().split(INSIDE, -1)) {
            segments.addAll(Arrays.asList(level.split("[/\\\\]")));
        }
        segments.removeIf(String::isEmpty);
        return List.copyOf(segments);
    }

    /** The file's own name, as it was found. */
    public String fileName() {
        List<String> segments = segments();
        return segments.isEmpty() ? "" : segments.getLast();
    }
}
