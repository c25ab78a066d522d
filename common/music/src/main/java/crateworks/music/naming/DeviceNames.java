package crateworks.music.naming;

import java.util.Locale;
import java.util.Set;

/** Names that Windows keeps for devices, whatever stands behind their first dot. */
final class DeviceNames {
    private static final Set<String> PLAIN =
            Set.of("con", "prn", "aux", "nul", "conin$", "conout$");
    private static final Set<String> NUMBERED = Set.of("com", "lpt");
    private static final String NUMBERS = "0123456789\u00B9\u00B2\u00B3";
    private static final String MARK = "_file";

    private DeviceNames() {}

    /** Makes {@code CON_file} of {@code CON} and {@code CON_x} of {@code CON.x}. */
    static String avoid(String stem) {
        int dot = stem.indexOf('.');
        if (!isDevice(dot < 0 ? stem : stem.substring(0, dot))) {
            return stem;
        }
        return dot < 0 ? stem + MARK : stem.substring(0, dot) + "_" + stem.substring(dot + 1);
    }

    private static boolean isDevice(String name) {
        if (name.length() < 3 || name.length() > 7) {
            return false;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return PLAIN.contains(lower)
                || (lower.length() == 4
                        && NUMBERED.contains(lower.substring(0, 3))
                        && NUMBERS.indexOf(lower.charAt(3)) >= 0);
    }
}
