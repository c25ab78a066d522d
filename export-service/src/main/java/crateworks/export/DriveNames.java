package crateworks.export;

import crateworks.export.drive.DriveMover;
import crateworks.export.drive.DriveRoot;
import crateworks.music.drive.DriveLayout;
import crateworks.music.drive.FolderNames;
import crateworks.music.naming.SafeName;
import crateworks.pipeline.port.DriveMoves;
import crateworks.pipeline.port.DriveMoves.Move;
import crateworks.pipeline.port.DriveMoves.Named;
import crateworks.pipeline.port.Outage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Gives files on a drive the names that they have in the library, each in the folder where it lies.
 * What was intended is recorded first, so that a crash in between is made good the next time.
 */
public final class DriveNames {
    private static final int BATCH = 500;

    private final DriveMoves moves;
    private final DriveMover mover;
    private final DriveLayout layout;

    public DriveNames(DriveMoves moves, DriveMover mover, DriveLayout layout) {
        this.moves = moves;
        this.mover = mover;
        this.layout = layout;
    }

    /** What would be moved; changes nothing. */
    public List<Move> preview(String drive) throws Outage {
        var planned = new ArrayList<Move>();
        var folder = new ArrayList<Named>();
        Consumer<List<Named>> plan = files -> plan(files, planned);
        moves.eachNamed(
                drive,
                file -> {
                    if (!folder.isEmpty()
                            && !folderOf(folder.getFirst().path()).equals(folderOf(file.path()))) {
                        plan.accept(folder);
                        folder.clear();
                    }
                    folder.add(file);
                });
        plan.accept(folder);
        return planned;
    }

    /**
     * Moves what has another name by now, unless a file of the user's lies there; returns how many
     * lie under new names.
     */
    public long rename(DriveRoot root, String drive) throws Outage {
        finish(root, drive);
        var planned = new ArrayList<Move>();
        for (Move move : preview(drive)) {
            if (!mover.isTaken(root, move)) {
                planned.add(move);
            }
        }
        for (int from = 0; from < planned.size(); from += BATCH) {
            moves.intend(drive, planned.subList(from, Math.min(from + BATCH, planned.size())));
            finish(root, drive);
        }
        return planned.size();
    }

    /** Does what was intended and perhaps not done. */
    public void finish(DriveRoot root, String drive) throws Outage {
        List<Move> underWay = moves.underWay(drive);
        if (!underWay.isEmpty()) {
            mover.move(root, underWay);
            moves.done(drive, underWay);
        }
    }

    private void plan(List<Named> folder, List<Move> planned) {
        Set<String> taken = new HashSet<>();
        folder.forEach(file -> taken.add(SafeName.foldKey(nameOf(file.path()))));
        for (Named file : folder) {
            String now = nameOf(file.path());
            taken.remove(SafeName.foldKey(now));
            FolderNames names = layout.namesIn(taken);
            String name = names.take(file.name());
            if (!name.equals(now) && !now.equals(layout.besideForeign(name, file.hash()))) {
                planned.add(new Move(file.file(), file.path(), folderOf(file.path()) + name));
                taken.add(SafeName.foldKey(name));
            } else {
                taken.add(SafeName.foldKey(now));
            }
        }
    }

    private static String folderOf(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
