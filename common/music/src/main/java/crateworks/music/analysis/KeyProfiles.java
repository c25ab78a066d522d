package crateworks.music.analysis;

import java.util.List;

/**
 * Published profiles: how much each of the twelve intervals above the tonic is expected to sound in
 * a major and in a minor key.
 */
final class KeyProfiles {
    static final int KRUMHANSL_KESSLER = 0;
    static final int ALBRECHT_SHANAHAN = 1;
    static final int TEMPERLEY_KOSTKA_PAYNE = 2;
    static final int BELLMAN_BUDGE = 3;
    static final int AARDEN_ESSEN = 4;
    static final int DIATONIC = 5;
    static final int COUNT = 6;

    private static final List<List<Double>> PROFILES =
            List.of(
                    // Krumhansl and Kessler 1982
                    List.of(6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88),
                    List.of(6.33, 2.68, 3.52, 5.38, 2.6, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17),
                    // Albrecht and Shanahan 2013
                    List.of(.238, .006, .111, .006, .137, .094, .016, .214, .009, .08, .008, .081),
                    List.of(.22, .006, .104, .123, .019, .103, .012, .214, .062, .022, .061, .052),
                    // Temperley 2007, from the Kostka-Payne corpus
                    List.of(.748, .06, .488, .082, .67, .46, .096, .715, .104, .366, .057, .4),
                    List.of(.712, .084, .474, .618, .049, .46, .105, .747, .404, .067, .133, .33),
                    // Bellman 2005, after Budge
                    List.of(
                            16.8, .86, 12.95, 1.41, 13.49, 11.93, 1.25, 20.28, 1.8, 8.04, .62,
                            10.57),
                    List.of(
                            18.16, .69, 12.99, 13.34, 1.07, 11.15, 1.38, 21.07, 7.49, 1.53, .92,
                            10.21),
                    // Aarden 2003, from the Essen folk songs
                    List.of(
                            17.7661, .145624, 14.9265, .160186, 19.8049, 11.3587, .291248, 22.062,
                            .145624, 8.15494, .232998, 4.95122),
                    List.of(
                            18.2648, .737619, 14.0499, 16.8599, .702494, 14.4362, .702494, 18.6161,
                            4.56621, 1.93186, 7.37619, 1.75623),
                    // the scale, tonic and fifth counted twice
                    List.of(2., 0., 1., 0., 1., 1., 0., 2., 0., 1., 0., 1.),
                    List.of(2., 0., 1., 1., 0., 1., 0., 2., 1., 0., .5, .5));

    private KeyProfiles() {}

    /**
     * A profile, moved and scaled so that its sum is 0 and that of its squares 1; mode 1 is minor.
     */
    static double[] standardized(int profile, int mode) {
        double[] twelve = new double[12];
        for (int interval = 0; interval < 12; interval++) {
            twelve[interval] = PROFILES.get(profile * 2 + mode).get(interval);
        }
        standardize(twelve);
        return twelve;
    }

    /** Moves and scales twelve numbers so; to zeros when all are equal. */
    static void standardize(double[] twelve) {
        double mean = 0;
        for (double each : twelve) {
            mean += each / 12;
        }
        double squares = 0;
        for (double each : twelve) {
            squares += (each - mean) * (each - mean);
        }
        double scale = squares <= 1e-12 ? 0 : 1 / Math.sqrt(squares);
        for (int at = 0; at < 12; at++) {
            twelve[at] = (twelve[at] - mean) * scale;
        }
    }
}
