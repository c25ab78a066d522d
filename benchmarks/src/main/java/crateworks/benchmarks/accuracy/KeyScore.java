package crateworks.benchmarks.accuracy;

/**
 * How right a key is, by the weights of MIREX's key task: the same 1, a fifth too high 0.5, the
 * relative key 0.3, the parallel key 0.2. Keys are pitch classes, minor ones 12 more.
 */
public final class KeyScore {
    private KeyScore() {}

    public static double of(int expected, int found) {
        boolean isSameMode = expected / 12 == found / 12;
        int up = Math.floorMod(found - expected, 12);
        if (isSameMode) {
            return up == 0 ? 1 : up == 7 ? 0.5 : 0;
        }
        if (up == (expected < 12 ? 9 : 3)) {
            return 0.3;
        }
        return up == 0 ? 0.2 : 0;
    }
}
