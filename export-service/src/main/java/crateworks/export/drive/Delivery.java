package crateworks.export.drive;

import crateworks.pipeline.Bytes;
import crateworks.pipeline.ContentHash;

/**
 * A file for a drive.
 *
 * @param path below the drive's root, with {@code /}
 * @param replaces whether it takes the place of whatever file lies at its path, which is for repair
 *     only; else that is the user's own and stays
 */
public record Delivery(String path, Bytes content, ContentHash hash, boolean replaces) {
    /** A file that is new to the drive. */
    public Delivery(String path, Bytes content, ContentHash hash) {
        this(path, content, hash, false);
    }
}
