package crateworks.music.analysis;

/**
 * The metre of a file, as a time signature.
 *
 * <p>With {@link Source#DEFAULT} nothing told it: the value is then the 4/4 that players assume.
 */
public record MeterEstimate(
        int numerator, int denominator, double confidence, Source source, String reason) {
    public MeterEstimate {
        if (numerator < 1 || numerator > 255) {
            throw new IllegalArgumentException("numerator outside 1..255: " + numerator);
        }
        if (denominator < 1 || Integer.bitCount(denominator) != 1) {
            throw new IllegalArgumentException("denominator is no power of two: " + denominator);
        }
        Checks.confidence(confidence);
    }

    /** Whether anything told the metre. */
    public boolean isKnown() {
        return source != Source.DEFAULT;
    }

    /** The signature as it is written: {@code 6/8}. */
    public String signature() {
        return numerator + "/" + denominator;
    }

    /** How many quarter notes a bar lasts. */
    public double quartersPerBar() {
        return 4.0 * numerator / denominator;
    }
}
