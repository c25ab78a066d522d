package crateworks.pipeline.session;

/**
 * What a user wants of the drive of a run.
 *
 * @param newDrive whether the drive that is mounted now may be another than the one before
 * @param selection which files go there
 */
public record DriveWishes(boolean newDrive, Selection selection) {
    /** The whole library, to the drive that belongs there. */
    public static final DriveWishes DEFAULT = new DriveWishes(false, Selection.EVERYTHING);
}
