package crateworks.export.drive;

import crateworks.pipeline.port.DrivePlans;
import crateworks.pipeline.port.KnownDrives;
import crateworks.pipeline.port.KnownDrives.Known;
import crateworks.pipeline.port.Outage;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the drive at a folder is to the library, as far as their marks tell. */
public sealed interface DriveStanding {
    /** Nothing was written there: it gets a mark, the one that was given to it already if any. */
    record New(Optional<String> mark) implements DriveStanding {}

    /** The drive that belongs there. */
    record Ours(String mark) implements DriveStanding {}

    /** A drive of this library that was mounted elsewhere before. */
    record Moved(String mark) implements DriveStanding {}

    /** Written to by this library, as its index tells, before drives had marks. */
    record Unmarked() implements DriveStanding {}

    /** Not to be written to, unless the user says that it is a new drive. */
    record Refused(String sentence) implements DriveStanding {}

    /** Looks at {@code root}, which the catalog knows as {@code drive}. */
    static DriveStanding of(Path root, String drive, KnownDrives drives, DrivePlans plans)
            throws Outage {
        try {
            Optional<String> mark = DriveMark.read(root);
            Optional<Known> known = drives.at(drive);
            return mark.isPresent()
                    ? ofMarked(root, mark.get(), known, drives)
                    : ofUnmarked(root, drive, known, plans);
        } catch (Outage outage) {
            throw outage;
        } catch (IOException failure) {
            throw DriveTrouble.outage(root, 0, failure);
        }
    }

    /** What is said of the folder that stays when a drive is unmounted. */
    static String away(Path root, String mark) {
        return "%s is empty: the drive %s belongs there; mount it, or give --new-drive to write another"
                .formatted(root, shortened(mark));
    }

    /** What is said of a drive in the place of another. */
    static String another(Path root, String found, String expected) {
        return ("another drive is mounted at %s: %s, not %s; mount that one, or give --new-drive to"
                        + " write this one")
                .formatted(root, shortened(found), shortened(expected));
    }

    private static DriveStanding ofMarked(
            Path root, String mark, Optional<Known> known, KnownDrives drives) throws Outage {
        Optional<String> expected = known.flatMap(Known::mark);
        if (expected.filter(mark::equals).isPresent()) {
            return new Ours(mark);
        }
        if (drives.marked(mark).isPresent()) {
            return new Moved(mark);
        }
        if (expected.isPresent() && known.filter(Known::written).isPresent()) {
            return new Refused(another(root, mark, expected.get()));
        }
        return new Refused(
                ("the drive at %s belongs to another library (%s); choose another, or give"
                                + " --new-drive to write to it all the same")
                        .formatted(root, shortened(mark)));
    }

    private static DriveStanding ofUnmarked(
            Path root, String drive, Optional<Known> known, DrivePlans plans) throws IOException {
        Optional<String> expected = known.flatMap(Known::mark);
        if (known.filter(Known::written).isEmpty()) {
            return DriveGate.isMountPointWithoutDrive(root)
                    ? new Refused(
                            ("nothing is mounted at %s, and the system's own disk shall not be"
                                            + " filled; mount the drive, or give --new-drive to"
                                            + " write there all the same")
                                    .formatted(root))
                    : new New(expected);
        }
        if (isEmpty(root)) {
            return new Refused(away(root, expected.orElse("without a mark")));
        }
        if (expected.isEmpty() && IndexSample.isKnown(root, drive, plans)) {
            return new Unmarked();
        }
        return new Refused(
                ("the drive at %s is not %s, which was written there: it has no %s; mount that"
                                + " one, or give --new-drive to write this one anew")
                        .formatted(root, shortened(expected.orElse("the drive")), DriveMark.FILE));
    }

    /** Whether nobody but the system has put anything there. */
    private static boolean isEmpty(Path root) throws IOException {
        if (!Files.exists(root)) {
            return true;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
            for (Path entry : entries) {
                if (!isOfTheSystem(entry.getFileName().toString())) {
                    return false;
                }
            }
            return true;
        } catch (DirectoryIteratorException failure) {
            throw failure.getCause();
        }
    }

    private static boolean isOfTheSystem(String name) {
        return name.startsWith(".")
                || List.of("lost+found", "System Volume Information", "$RECYCLE.BIN")
                        .contains(name);
    }

    private static String shortened(String mark) {
        return mark.length() == 36 ? mark.substring(0, 8) : mark;
    }
}
