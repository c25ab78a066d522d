package crateworks.music.analysis;

/** Which quality and bass a chord has, once its root and family are known. */
final class ChordNaming {
    /** A seventh or other extension counts from this share of what sounds while the chord lasts. */
    private static final float EXTENSION_SHARE = 0.09f;

    /** A chord stands on another bass than its root when that bass lasts for this part of it. */
    private static final float SLASH_SHARE = 0.6f;

    private ChordNaming() {}

    /** Names the chord that sounds in the beats from, inclusive, to, exclusive. */
    static Chord of(int chord, Chroma chroma, int fromBeat, int toBeat) {
        int root = chord % 12;
        float[] shares = new float[12];
        float[] bass = new float[12];
        for (int beat = fromBeat; beat < toBeat; beat++) {
            for (int interval = 0; interval < 12; interval++) {
                int at = beat * 12 + (root + interval) % 12;
                shares[interval] += chroma.shares[at] / (toBeat - fromBeat);
                bass[interval] += chroma.bass[at];
            }
        }
        Quality quality = quality(chord / 12, shares);
        return new Chord(root, quality, (root + bassInterval(bass, quality)) % 12);
    }

    private static int bassInterval(float[] bass, Quality quality) {
        int lowest = 0;
        float sum = 0;
        for (int interval = 0; interval < 12; interval++) {
            lowest = bass[interval] > bass[lowest] ? interval : lowest;
            sum += bass[interval];
        }
        boolean belongs = (quality.mask() >> lowest & 1) != 0;
        return belongs && bass[lowest] >= SLASH_SHARE * sum ? lowest : 0;
    }

    private static Quality quality(int family, float[] shares) {
        boolean second = shares[2] >= EXTENSION_SHARE;
        boolean sixth = shares[9] >= EXTENSION_SHARE;
        boolean minorSeventh = shares[10] >= EXTENSION_SHARE && shares[10] >= shares[11];
        boolean majorSeventh = shares[11] >= EXTENSION_SHARE && !minorSeventh;
        return switch (family) {
            case ChordScores.MAJ -> major(second, sixth, minorSeventh, majorSeventh);
            case ChordScores.MIN -> minor(second, sixth, minorSeventh, majorSeventh);
            case ChordScores.DIM -> {
                if (minorSeventh && shares[10] > shares[9]) {
                    yield Quality.HDIM7;
                }
                yield sixth ? Quality.DIM7 : Quality.DIM;
            }
            case ChordScores.SUS4 -> Quality.SUS4;
            case ChordScores.SUS2 -> Quality.SUS2;
            default -> Quality.AUG;
        };
    }

    private static Quality major(
            boolean second, boolean sixth, boolean minorSeventh, boolean majorSeventh) {
        if (minorSeventh) {
            return second ? Quality.NINTH : Quality.SEVENTH;
        }
        if (majorSeventh) {
            return second ? Quality.MAJ9 : Quality.MAJ7;
        }
        return sixth ? Quality.MAJ6 : Quality.MAJ;
    }

    private static Quality minor(
            boolean second, boolean sixth, boolean minorSeventh, boolean majorSeventh) {
        if (minorSeventh) {
            return second ? Quality.MIN9 : Quality.MIN7;
        }
        if (majorSeventh) {
            return Quality.MINMAJ7;
        }
        return sixth ? Quality.MIN6 : Quality.MIN;
    }
}
