package crateworks.pipeline.session;

import java.util.Objects;

/**
 * What a user wants of the drive of a run.
 *
 * @param newDrive whether the drive that is mounted now may be another than the one before
 * @param selection which files go there
 * @param shape what is made for it beside them
 */
public record DriveWishes(boolean newDrive, Selection selection, DriveShape shape) {
    public DriveWishes {
        // Orders that were stored before shapes could be chosen have none.
        shape = Objects.requireNonNullElse(shape, DriveShape.STANDARD);
    }

    /** The whole library, to the drive that belongs there. */
    public static final DriveWishes DEFAULT =
            new DriveWishes(false, Selection.EVERYTHING, DriveShape.STANDARD);
}
