package crateworks.cli;

import crateworks.web.why.Explanation;
import crateworks.web.why.Sections;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalDouble;
import picocli.CommandLine.Help.Ansi;

/** An explanation on a terminal: lines under headings, in columns. */
final class Section {
    private static final String DECIDES = ">";

    private Section() {}

    /** Prints what is known of a file, and leaves room for the next one. */
    static void print(String name, String place, Explanation explanation, PrintWriter out) {
        out.println(bold(Terminal.printable(name)));
        out.println(Terminal.printable(place));
        boolean said = false;
        for (Sections.Section section : explanation.sections().all()) {
            if (!said && section.title().equals("Category")) {
                out.println();
                out.println("  " + bold(explanation.summary()));
                said = true;
            }
            out.println();
            out.println(
                    String.format(Locale.ROOT, "%-16s", section.title())
                            + bold(Terminal.printable(section.value()))
                            + percent(", ", section.confidence()));
            section.lines().forEach(line -> print(line, out));
        }
        out.println();
        out.println();
    }

    private static void print(Sections.Line line, PrintWriter out) {
        String text = Terminal.printable(line.text());
        if (line.source().isEmpty()) {
            out.println("    " + text);
        } else if (line.value().isEmpty()) {
            out.println(String.format(Locale.ROOT, "    %-12s%s", line.source(), text));
        } else {
            out.println(
                    String.format(
                                    Locale.ROOT,
                                    "  %-2s%-12s%-18s%5s   %s",
                                    line.decides() ? DECIDES : "",
                                    line.source(),
                                    Terminal.printable(line.value()),
                                    percent("", line.confidence()),
                                    text)
                            .stripTrailing());
        }
    }

    private static String percent(String before, OptionalDouble share) {
        return share.isPresent() ? before + Sections.percent(share.getAsDouble()) : "";
    }

    /** Text that stands out on a terminal; what steers one has been made visible before. */
    private static String bold(String text) {
        return Ansi.AUTO.enabled() ? "\u001B[1m" + text + "\u001B[0m" : text;
    }
}
