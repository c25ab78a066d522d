package crateworks.benchmarks.accuracy;

import java.util.Set;

/** Whether a time signature is of the right class: duple, triple or compound. */
public final class MeterScore {
    private static final Set<String> DUPLE =
            Set.of("2/4", "4/4", "2/2", "4/2", "4/8", "8/8", "2/8", "1/4", "1/2");
    private static final Set<String> TRIPLE = Set.of("3/4", "3/8", "3/2", "3/16");
    private static final Set<String> COMPOUND = Set.of("6/8", "12/8", "6/4", "6/16", "12/16");

    private MeterScore() {}

    public static double exact(String expected, String found) {
        return expected.equals(found) ? 1 : 0;
    }

    public static double ofClass(String expected, String found) {
        return kind(expected).equals(kind(found)) ? 1 : 0;
    }

    /** The class of a common signature; any other stands for itself. */
    private static String kind(String signature) {
        if (DUPLE.contains(signature)) {
            return "duple";
        }
        if (TRIPLE.contains(signature)) {
            return "triple";
        }
        return COMPOUND.contains(signature) ? "compound" : signature;
    }
}
