package crateworks.cli;

import crateworks.pipeline.query.Condition;
import crateworks.pipeline.query.MalformedCondition;
import crateworks.pipeline.session.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which files go to the drive; what several options ask must all be true. */
final class SelectionOptions {
    @Option(
            names = "--where",
            paramLabel = "CONDITION",
            description =
                    "Only files of which this is true, such as \"bpm between 85 and 95 and"
                            + " key in (Am, C) and category = Bass\".")
    List<String> where = new ArrayList<>();

    @Option(
            names = "--bpm",
            paramLabel = "FROM-TO",
            description = "Only tempi in this range, such as 85-95, or one tempo.")
    @Nullable String bpm;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "Only this key, such as Am; several may be given.")
    List<String> keys = new ArrayList<>();

    @Option(
            names = "--category",
            paramLabel = "CATEGORY",
            description = "Only this category, such as Bass; several may be given.")
    List<String> categories = new ArrayList<>();

    @Option(
            names = "--tag",
            paramLabel = "TAG",
            description = "Only files with one of these tags; several may be given.")
    List<String> tags = new ArrayList<>();

    @Option(
            names = "--max-files",
            paramLabel = "N",
            description = "Have at most this many files on the drive, the best of the library.")
    @Nullable Long filesMax;

    @Option(
            names = "--max-per-folder",
            paramLabel = "N",
            description = "Have at most this many of a category and range of tempi, the best.")
    @Nullable Integer folderFilesMax;

    @Option(
            names = "--max-per-pack",
            paramLabel = "N",
            description = "Put at most this many files into a pack (default: 2000).")
    @Nullable Integer packFilesMax;

    @Option(names = "--near-duplicates", description = "Also files that sound like another one.")
    boolean nearDuplicates;

    /** The selection; a {@link Usage} says in one sentence what does not fit. */
    Selection selection() {
        return new Selection(
                condition(),
                filesMax == null
                        ? OptionalLong.empty()
                        : OptionalLong.of(atLeastOne("--max-files", filesMax)),
                limit("--max-per-folder", folderFilesMax),
                limit("--max-per-pack", packFilesMax),
                nearDuplicates);
    }

    /** All options as one condition, which is stored with the run and read again by the planner. */
    private Optional<String> condition() {
        var parts = new ArrayList<String>();
        where.forEach(each -> parts.add(checked("--where", each)));
        if (bpm != null) {
            String[] ends = bpm.split("-", 2);
            parts.add(checked("--bpm", "bpm between " + ends[0] + " and " + ends[ends.length - 1]));
        }
        addList(parts, "--key", "key", keys);
        addList(parts, "--category", "category", categories);
        addList(parts, "--tag", "tag", tags);
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        parts.size() == 1
                                ? parts.getFirst()
                                : parts.stream().collect(Collectors.joining(") and (", "(", ")")));
    }

    private static void addList(
            List<String> parts, String option, String field, List<String> values) {
        if (values.isEmpty()) {
            return;
        }
        for (String value : values) {
            if (value.contains("\"")) {
                throw new Usage(ExitCode.USAGE, option + " takes a value without quotes.");
            }
        }
        String list = values.stream().collect(Collectors.joining("\", \"", "(\"", "\")"));
        parts.add(checked(option, field + " in " + list));
    }

    /** The condition, once it is known to be one. */
    static String checked(String option, String condition) {
        try {
            Condition.parse(condition);
            return condition;
        } catch (MalformedCondition e) {
            throw new Usage(ExitCode.USAGE, option + ", " + e.getMessage());
        }
    }

    private static OptionalInt limit(String option, @Nullable Integer value) {
        return value == null
                ? OptionalInt.empty()
                : OptionalInt.of((int) atLeastOne(option, value));
    }

    private static long atLeastOne(String option, long value) {
        if (value < 1) {
            throw new Usage(ExitCode.USAGE, option + " takes a number of at least 1.");
        }
        return value;
    }
}
