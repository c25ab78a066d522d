package crateworks.adapters.postgres;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A path on a drive, cut into folder and name as a drive that knows no case compares them: in the
 * same way as {@code crateworks.music.naming.SafeName.foldKey}.
 */
record Folded(String folder, String name) {
    static Folded of(String path) {
        String folded = fold(path);
        int slash = folded.lastIndexOf('/');
        return slash < 0
                ? new Folded("", folded)
                : new Folded(folded.substring(0, slash), folded.substring(slash + 1));
    }

    static String fold(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        String upper = composed.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
        return Normalizer.normalize(upper.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }
}
