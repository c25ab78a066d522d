package crateworks.pipeline.session;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Which files of a library go to a drive, the best first; see {@code docs/formats/selection.md}.
 *
 * @param where what must be true of them, such as {@code bpm between 85 and 95 and key = Am}
 * @param filesMax the most in total
 * @param folderFilesMax the most of each category, range of tempi and key
 * @param packFilesMax the most of each pack
 * @param nearDuplicates whether files come along that sound like one that is there already
 */
public record Selection(
        Optional<String> where,
        OptionalLong filesMax,
        OptionalInt folderFilesMax,
        OptionalInt packFilesMax,
        boolean nearDuplicates) {
    public static final int PACK_FILES_DEFAULT = 2_000;

    /** Nothing is left out. */
    public static final Selection EVERYTHING =
            new Selection(
                    Optional.empty(),
                    OptionalLong.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    true);

    /** What is taken unless people say otherwise: no file that sounds like one that is there. */
    public static final Selection STANDARD =
            new Selection(
                    Optional.empty(),
                    OptionalLong.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    false);

    /** Whether it may leave files out. */
    public boolean isPartial() {
        return where.isPresent()
                || filesMax.isPresent()
                || folderFilesMax.isPresent()
                || !nearDuplicates;
    }
}
