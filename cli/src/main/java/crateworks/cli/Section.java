package crateworks.cli;

import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** Lines under headings, in columns. */
final class Section {
    private final PrintWriter out;

    Section(PrintWriter out) {
        this.out = out;
    }

    /** A heading with its answer. */
    void begin(String heading, String answer) {
        out.println();
        out.println(heading(heading) + bold(answer));
    }

    /** A heading with its answer and how sure it is. */
    void begin(String heading, String answer, double confidence) {
        out.println();
        out.println(heading(heading) + bold(answer) + ", " + percent(confidence));
    }

    private static String heading(String heading) {
        return String.format(Locale.ROOT, "%-16s", heading);
    }

    void line(String text) {
        out.println("    " + text);
    }

    /** What one source says. */
    void line(String source, String text) {
        out.println(String.format(Locale.ROOT, "    %-12s%s", source, text));
    }

    void vote(String mark, String source, String vote, String confidence, String reason) {
        out.println(
                String.format(
                                Locale.ROOT,
                                "  %-2s%-12s%-18s%5s   %s",
                                mark,
                                source,
                                vote,
                                confidence,
                                reason)
                        .stripTrailing());
    }

    static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    /** A tempo with as many digits as say something: {@code 93 bpm}, {@code 127.5 bpm}. */
    static String bpm(double bpm) {
        double rounded = Math.rint(bpm * 10) / 10;
        return (rounded == Math.rint(rounded)
                        ? String.valueOf((long) rounded)
                        : String.valueOf(rounded))
                + " bpm";
    }

    /** Text that stands out on a terminal; what steers one has been made visible before. */
    static String bold(String text) {
        return Ansi.AUTO.enabled() ? "\u001B[1m" + text + "\u001B[0m" : text;
    }
}
