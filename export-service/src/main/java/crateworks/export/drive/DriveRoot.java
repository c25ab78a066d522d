package crateworks.export.drive;

import crateworks.pipeline.port.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A folder and the mark of the drive that has to be mounted there.
 *
 * @param mark see {@link DriveMark}
 */
public record DriveRoot(Path folder, String mark) {
    /** Deletes files that were written there, so that they can be made again. */
    public void delete(List<String> paths) throws Outage {
        require();
        try {
            for (String path : paths) {
                Files.deleteIfExists(folder.resolve(path));
            }
        } catch (IOException failure) {
            throw DriveTrouble.outage(folder, 0, failure);
        }
    }

    /** Refuses another drive, and the empty folder that stays when one is unmounted. */
    void require() throws Outage {
        Optional<String> found;
        try {
            found = DriveMark.read(folder);
        } catch (IOException failure) {
            throw DriveTrouble.outage(folder, 0, failure);
        }
        if (found.isEmpty()) {
            throw new Outage(DriveTrouble.DRIVE, DriveStanding.away(folder, mark));
        }
        if (!found.get().equals(mark)) {
            throw new Outage(DriveTrouble.DRIVE, DriveStanding.another(folder, found.get(), mark));
        }
    }
}
