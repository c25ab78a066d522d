package crateworks.cli;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them. */
final class Wording {
    private Wording() {}

    /** A count with thousands apart: {@code 12,345}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A count and what is counted: {@code 1 file}, {@code 2 files}. */
    static String count(long number, String thing) {
        return count(number) + " " + thing + (number == 1 ? "" : "s");
    }

    /** A time as a clock shows it: {@code 1:02:03}, {@code 2:03}. */
    static String clock(Duration time) {
        long seconds = time.toSeconds();
        return seconds < 3_600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d",
                        seconds / 3_600,
                        seconds / 60 % 60,
                        seconds % 60);
    }

    /** A rate: {@code 1,234/s}, {@code 3.4/s}. */
    static String rate(long number, Duration time) {
        double rate = time.isZero() ? 0 : number * 1e9 / time.toNanos();
        return String.format(Locale.ROOT, rate < 10 ? "%.1f/s" : "%,.0f/s", rate);
    }
}
