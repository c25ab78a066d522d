package crateworks.ingest.source;

import crateworks.ingest.source.Finding.Code;
import crateworks.ingest.source.Finding.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What the system's refusals mean to the person who owns the files. */
final class Problems {
    private Problems() {}

    static Problem of(String path, IOException refusal) {
        Code code = refusal instanceof NoSuchFileException ? Code.VANISHED : Code.UNREADABLE;
        return new Problem(path, code, sentence("It", refusal));
    }

    static String sentence(String what, IOException refusal) {
        if (refusal instanceof AccessDeniedException) {
            return what + " may not be read by this user.";
        }
        if (refusal instanceof NoSuchFileException) {
            return what + " was gone a moment after it was listed.";
        }
        boolean told = refusal instanceof FileSystemException e && e.getReason() != null;
        String reason = told ? ((FileSystemException) refusal).getReason() : refusal.getMessage();
        return what + " cannot be read: " + reason + ".";
    }
}
