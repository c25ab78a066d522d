package crateworks.pipeline.message;

/** A file lies on a drive, at {@code path} below the drive's root, with this BLAKE3. */
public record Exported(
        int version, long session, long item, long file, String drive, String path, String hash)
        implements Message {
    @Override
    public long key() {
        return file;
    }
}
