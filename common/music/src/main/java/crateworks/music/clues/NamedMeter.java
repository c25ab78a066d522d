package crateworks.music.clues;

/** A time signature as a name states it. */
public record NamedMeter(int numerator, int denominator) {
    public NamedMeter {
        if (numerator < 1 || numerator > 99 || Integer.bitCount(denominator) != 1) {
            throw new IllegalArgumentException("no meter: " + numerator + "/" + denominator);
        }
    }
}
