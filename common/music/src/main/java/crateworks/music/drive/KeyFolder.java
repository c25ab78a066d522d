package crateworks.music.drive;

import java.util.regex.Pattern;

/**
 * The folder of a key, such as {@code F#m}. There are {@value #FOLDERS_MAX} at most, whatever keys
 * come in.
 */
record KeyFolder(String name, Mode mode) {
    /** Seven letters with sharp, flat or neither, major or minor, and one for no key. */
    static final int FOLDERS_MAX = 7 * 3 * 2 + 1;

    enum Mode {
        MAJOR,
        MINOR,
        UNKNOWN
    }

    private static final Pattern KEY = Pattern.compile("[A-G][#b]?m?");
    private static final KeyFolder NONE = new KeyFolder("No_Key", Mode.UNKNOWN);

    static KeyFolder of(String key, boolean keepsSharps) {
        if (!KEY.matcher(key).matches()) {
            return NONE;
        }
        String name = keepsSharps ? key : key.replace('#', 's');
        return new KeyFolder(name, key.endsWith("m") ? Mode.MINOR : Mode.MAJOR);
    }
}
