package crateworks.export.drive;

import crateworks.pipeline.port.DriveMoves.Move;
import crateworks.pipeline.port.Outage;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/** Gives files on a drive other names, and never overwrites one. */
public final class DriveMover {
    /**
     * Moves files within their folders; when this returns their names are on the medium. May be
     * called again: what lies at its new place already is left there.
     *
     * @throws Outage also when a file that is not ours lies at a new place
     */
    public void move(DriveRoot root, List<Move> moves) throws Outage {
        root.require();
        try {
            var folders = new LinkedHashSet<Path>();
            for (Move move : moves) {
                Path from = root.folder().resolve(move.from());
                Path to = root.folder().resolve(move.to());
                if (Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
                    if (isTaken(root, move)) {
                        throw new FileAlreadyExistsException(to.toString());
                    }
                    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
                }
                folders.add(Objects.requireNonNull(to.getParent()));
            }
            for (Path folder : folders) {
                Disk.REAL.settle(folder);
            }
        } catch (Outage outage) {
            throw outage;
        } catch (IOException failure) {
            throw DriveTrouble.outage(root.folder(), 0, failure);
        }
        root.require();
    }

    /** Whether a file that is not the moved one lies where it shall go. */
    public boolean isTaken(DriveRoot root, Move move) throws Outage {
        Path from = root.folder().resolve(move.from());
        Path to = root.folder().resolve(move.to());
        try {
            return Files.exists(to, LinkOption.NOFOLLOW_LINKS) && !Files.isSameFile(from, to);
        } catch (IOException failure) {
            throw DriveTrouble.outage(root.folder(), 0, failure);
        }
    }
}
