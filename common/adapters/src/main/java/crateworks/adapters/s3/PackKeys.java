package crateworks.adapters.s3;

import java.time.InstantSource;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Names for packs: the time in milliseconds, then 64 random bits, both hexadecimal. They sort by
 * age, and no two are alike, whoever makes them.
 */
public final class PackKeys implements Supplier<String> {
    private static final int TIME_DIGITS = 12;

    private final InstantSource clock;
    private final RandomGenerator random;

    public PackKeys(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public String get() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(clock.millis(), TIME_DIGITS)
                + "-"
                + hex.toHexDigits(random.nextLong());
    }
}
