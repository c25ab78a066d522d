package crateworks.web.why;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Lines under headings, to be read from top to bottom. Texts of users are as they were found. */
public final class Sections {
    /**
     * A line: what a source says, or for a vote what it is for.
     *
     * @param decides whether it is the vote that was followed
     * @param source empty when the text stands alone
     * @param value of a vote, else empty
     */
    public record Line(
            boolean decides, String source, String value, OptionalDouble confidence, String text) {}

    /** A heading with its answer and how sure that is, and the lines below. */
    public record Section(
            String title, String value, OptionalDouble confidence, List<Line> lines) {}

    private final List<Section> sections = new ArrayList<>();
    private final List<List<Line>> lines = new ArrayList<>();

    /** A heading with its answer. */
    void begin(String heading, String answer) {
        begin(heading, answer, OptionalDouble.empty());
    }

    /** A heading with its answer and how sure it is. */
    void begin(String heading, String answer, double confidence) {
        begin(heading, answer, OptionalDouble.of(confidence));
    }

    private void begin(String heading, String answer, OptionalDouble confidence) {
        var below = new ArrayList<Line>();
        lines.add(below);
        sections.add(new Section(heading, answer, confidence, below));
    }

    void line(String text) {
        line("", text);
    }

    /** What one source says. */
    void line(String source, String text) {
        vote(false, source, "", OptionalDouble.empty(), text);
    }

    void vote(
            boolean decides, String source, String vote, OptionalDouble confidence, String reason) {
        lines.getLast().add(new Line(decides, source, vote, confidence, reason));
    }

    /** All sections so far. */
    public List<Section> all() {
        return List.copyOf(sections);
    }

    public static String percent(double share) {
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

    /** A count and what is counted: {@code 1 bar}, {@code 2 bars}. */
    static String count(long number, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }

    /** A time as a clock shows it: {@code 2:03}. */
    static String clock(long seconds) {
        return seconds < 3_600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d",
                        seconds / 3_600,
                        seconds / 60 % 60,
                        seconds % 60);
    }
}
