package crateworks.music.drive;

import crateworks.music.naming.SafeName;
import crateworks.music.naming.TargetProfile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The names in one folder: safe, and different even where case is not looked at. The same names in
 * the same order always become the same.
 */
public final class FolderNames {
    private final TargetProfile profile;
    private final Set<String> folded;
    private final Map<String, Integer> lastSuffix = new HashMap<>();

    FolderNames(TargetProfile profile, Set<String> taken) {
        this.profile = profile;
        this.folded = new HashSet<>(taken);
    }

    /** How many names the folder has. */
    public int count() {
        return folded.size();
    }

    /** Takes {@code wanted} or, where that is taken, {@code wanted_2}, {@code wanted_3}. */
    public String take(String wanted) {
        String name = SafeName.of(wanted, profile);
        String key = SafeName.foldKey(name);
        if (folded.add(key)) {
            return name;
        }
        int suffix = lastSuffix.getOrDefault(key, 1);
        while (true) {
            suffix++;
            String other = SafeName.withSuffix(name, Integer.toString(suffix), profile);
            if (folded.add(SafeName.foldKey(other))) {
                lastSuffix.put(key, suffix);
                return other;
            }
        }
    }
}
