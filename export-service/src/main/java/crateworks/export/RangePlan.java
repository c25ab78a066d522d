package crateworks.export;

import crateworks.music.drive.DriveLayout;
import crateworks.music.drive.FolderNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The folder of a range of tempi: all its files beside each other, or divided by key. */
final class RangePlan {
    private final DriveLayout layout;
    private final Taken taken;
    private final String folder;
    private final Map<String, Long> filesByKey;
    private final Map<String, KeyPlan> keys = new HashMap<>();
    private final FolderNames names;
    private final int lying;
    private final boolean divided;
    private long coming;

    RangePlan(DriveLayout layout, Taken taken, String folder, Map<String, Long> filesByKey) {
        this.layout = layout;
        this.taken = taken;
        this.folder = folder;
        this.filesByKey = filesByKey;
        this.coming = filesByKey.values().stream().mapToLong(Long::longValue).sum();
        Set<String> lyingNames = taken.in(folder);
        this.lying = lyingNames.size();
        this.names = layout.namesIn(lyingNames);
        this.divided = lying + coming > layout.filesBesideFoldersMax() || wasDivided();
    }

    /** The path for the next file. */
    String place(String key, String name) {
        coming--;
        if (!divided) {
            return folder + "/" + names.take(name);
        }
        return keys.computeIfAbsent(key, this::keyPlan).place(name);
    }

    /** Whether a plan that goes on behind the last placed file would go on in the same way. */
    boolean sameWhenResumed() {
        return !divided || coming <= 0 || lying + coming > layout.filesBesideFoldersMax();
    }

    private KeyPlan keyPlan(String key) {
        return new KeyPlan(layout, taken, folder, key, filesByKey.getOrDefault(key, 0L));
    }

    private boolean wasDivided() {
        for (String key : filesByKey.keySet()) {
            String keyFolder = folder + "/" + key;
            if (!taken.none(keyFolder) || KeyPlan.wasNumbered(taken, keyFolder)) {
                return true;
            }
        }
        return false;
    }
}
