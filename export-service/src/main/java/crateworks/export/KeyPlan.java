package crateworks.export;

import crateworks.music.drive.DriveLayout;
import crateworks.music.drive.FolderNames;
import java.util.Set;

/** The folder of a key in a divided range: all its files beside each other, or numbered folders. */
final class KeyPlan {
    private final DriveLayout layout;
    private final Taken taken;
    private final String range;
    private final String key;
    private final boolean numbered;
    private String folder;
    private FolderNames names;
    private int series = 1;
    private int number;
    private int numbersMax;

    KeyPlan(DriveLayout layout, Taken taken, String range, String key, long coming) {
        this.layout = layout;
        this.taken = taken;
        this.range = range;
        this.key = key;
        this.folder = range + "/" + key;
        Set<String> lying = taken.in(folder);
        this.names = layout.namesIn(lying);
        this.numbered =
                lying.size() + coming > layout.filesBesideFoldersMax()
                        || wasNumbered(taken, folder);
        this.numbersMax = layout.folderEntriesMax() - lying.size();
        if (numbered) {
            nextNumber();
        }
    }

    static boolean wasNumbered(Taken taken, String keyFolder) {
        return !taken.none(keyFolder + "/" + DriveLayout.numbered(1));
    }

    String place(String name) {
        while (numbered && names.count() >= layout.folderEntriesMax()) {
            nextNumber();
        }
        return folder + "/" + names.take(name);
    }

    private void nextNumber() {
        number++;
        if (number > numbersMax) {
            series++;
            number = 1;
            numbersMax = layout.folderEntriesMax() - taken.in(seriesFolder()).size();
        }
        folder = seriesFolder() + "/" + DriveLayout.numbered(number);
        names = layout.namesIn(taken.in(folder));
    }

    private String seriesFolder() {
        return range + "/" + DriveLayout.keySeries(key, series);
    }
}
