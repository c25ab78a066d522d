package crateworks.ingest.archive;

/** Why an archive, or one member of it, could not be handed out: a code and one sentence. */
public record ArchiveFault(Code code, String sentence) {
    /** Stored and shown, so names are never changed. */
    public enum Code {
        ENCRYPTED,
        /** A link to somewhere else, which is never followed. */
        LINK,
        /** A device, socket or pipe. */
        DEVICE,
        MEMBER_TOO_LARGE,
        TOO_DEEP,
        TOO_MANY_ENTRIES,
        EXPANDS_TOO_MUCH,
        /** Entries that share bytes, which only archives do that are made to explode. */
        OVERLAPPING_ENTRIES,
        SCRATCH_FULL,
        DECODER_MEMORY,
        /** It ends before its end. */
        TRUNCATED,
        DAMAGED,
        UNSUPPORTED,
        MULTI_PART,
        /** Not one member could be read. */
        UNREADABLE_ARCHIVE
    }
}
