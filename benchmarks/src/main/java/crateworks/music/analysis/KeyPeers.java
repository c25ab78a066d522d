package crateworks.music.analysis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The keys that single published profiles find: what one number a pitch class can tell. */
public final class KeyPeers {
    private static final List<String> NAMES =
            List.of("Krumhansl", "Albrecht", "Temperley 2007", "Bellman", "Aarden", "scale");
    private static final List<Integer> PROFILES =
            List.of(
                    KeyProfiles.KRUMHANSL_KESSLER,
                    KeyProfiles.ALBRECHT_SHANAHAN,
                    KeyProfiles.TEMPERLEY_KOSTKA_PAYNE,
                    KeyProfiles.BELLMAN_BUDGE,
                    KeyProfiles.AARDEN_ESSEN,
                    KeyProfiles.DIATONIC);

    private KeyPeers() {}

    public static List<String> names() {
        return NAMES;
    }

    /**
     * The key by each profile: the best correlation with how long each pitch class sounds, drums
     * left out. A pitch class of its tonic, 12 more in minor.
     */
    public static List<Integer> keys(Path file) throws IOException {
        Columns notes = Heard.of(file).pitched();
        double[] lengths = new double[12];
        for (int row = 0; row < notes.count; row++) {
            lengths[notes.pitch[row] % 12] += notes.offTick[row] - notes.onTick[row];
        }
        KeyProfiles.standardize(lengths);
        List<Integer> keys = new ArrayList<>();
        for (int profile : PROFILES) {
            keys.add(best(lengths, profile));
        }
        return keys;
    }

    private static int best(double[] lengths, int profile) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int key = 0; key < KeyScores.KEYS; key++) {
            double[] expected = KeyProfiles.standardized(profile, key / 12);
            double correlation = 0;
            for (int interval = 0; interval < 12; interval++) {
                correlation += lengths[(key + interval) % 12] * expected[interval];
            }
            if (correlation > most) {
                most = correlation;
                best = key;
            }
        }
        return best;
    }
}
