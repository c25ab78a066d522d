package crateworks.export.drive;

/** What a drive's index says of a file: where it lies, its BLAKE3 and its size. */
record IndexEntry(String path, String blake3, long bytes) {}
