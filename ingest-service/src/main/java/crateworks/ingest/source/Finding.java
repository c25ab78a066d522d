package crateworks.ingest.source;

/**
 * What a walk met at one place below its root.
 *
 * <p>{@code path} is relative to the root, with {@code /} between names; {@link FileNames} turns it
 * into a path again, whatever bytes the names consist of.
 */
public sealed interface Finding {
    String path();

    /**
     * A regular file that can be read now.
     *
     * @param size bytes
     * @param modifiedMicros microseconds since 1970, negative before
     */
    record FoundFile(String path, long size, long modifiedMicros) implements Finding {}

    /** A file or a whole folder that systems leave behind, such as {@code .DS_Store}. */
    record Junk(String path) implements Finding {}

    /** A file that somebody seems to be writing still; one sentence says what tells so. */
    record NotSettled(String path, String sentence) implements Finding {}

    /** Something that cannot be handed out, and one sentence about it. */
    record Problem(String path, Code code, String sentence) implements Finding {}

    /** Why something was not handed out; stored and shown, so names are never changed. */
    enum Code {
        /** The system refused to list the folder or to tell what the file is. */
        UNREADABLE,
        /** It was listed, and gone a moment later. */
        VANISHED,
        /** A link that leads to nothing. */
        BROKEN_LINK,
        /** A link to a folder that contains the link. */
        LINK_LOOP,
        /** A second way into a folder whose files were handed out already. */
        ALREADY_WALKED,
        /** More folders inside each other than {@link FolderWalk#DEPTH_MAX}. */
        TOO_DEEP,
        /** A folder of more than {@link FolderWalk#FOLDER_ENTRIES_MAX} entries. */
        TOO_MANY_ENTRIES,
        /** A device, socket or pipe, which is never opened. */
        NOT_A_FILE,
        /** A folder that must not be taken for a source, such as the drive that is exported to. */
        EXCLUDED
    }
}
