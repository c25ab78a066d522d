package crateworks.export.drive;

import crateworks.pipeline.Bytes;
import crateworks.pipeline.ContentHash;

/**
 * A file for a drive.
 *
 * @param path below the drive's root, with {@code /}
 */
public record Delivery(String path, Bytes content, ContentHash hash) {}
