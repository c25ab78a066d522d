package crateworks.web.api;

import crateworks.music.analysis.Mode;
import crateworks.music.analysis.Tonality;
import java.util.HashMap;
import java.util.Map;

/** The names of keys by their places on the Camelot wheel. */
final class KeyNames {
    private static final int PITCH_CLASSES = 12;
    private static final Map<String, String> NAMES = names();

    private KeyNames() {}

    private static Map<String, String> names() {
        var names = new HashMap<String, String>();
        for (Mode mode : Mode.values()) {
            for (int tonic = 0; tonic < PITCH_CLASSES; tonic++) {
                var key = new Tonality(tonic, mode);
                names.put(key.camelot(), key.shortName());
            }
        }
        return Map.copyOf(names);
    }

    /** {@code Am} for {@code 8A}. */
    static String of(String camelot) {
        return NAMES.getOrDefault(camelot, camelot);
    }
}
