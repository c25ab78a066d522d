package crateworks.cli;

import crateworks.adapters.postgres.PostgresLookup;
import crateworks.adapters.postgres.PostgresUserValues;
import crateworks.music.analysis.Mode;
import crateworks.music.analysis.Tonality;
import crateworks.music.category.Category;
import crateworks.music.clues.KeyName;
import crateworks.music.clues.NamedKey;
import crateworks.music.naming.SafeName;
import crateworks.music.naming.TargetProfile;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.UserValues;
import crateworks.pipeline.port.UserValues.Field;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Values that a user sets by hand. */
@Command(
        name = "set",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Set what you know better. It goes before what analysis finds out, in the catalog,"
                        + " in names and on drives, and no later analysis changes it.")
final class SetCommand implements Callable<Integer> {
    private static final double BPM_MIN = 10;
    private static final double BPM_MAX = 999;
    private static final Pattern METER = Pattern.compile("([1-9][0-9]?)/(1|2|4|8|16|32)");

    @Parameters(
            paramLabel = "ID|PATH",
            arity = "1..*",
            description = "Files, by the number or the path that `crateworks catalog` shows.")
    List<String> files = new ArrayList<>();

    @Option(names = "--bpm", paramLabel = "N", description = "Tempo, in beats a minute.")
    @Nullable Double bpm;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "Key, such as Am, F#, \"Bb minor\" or 8A.")
    @Nullable String key;

    @Option(names = "--meter", paramLabel = "N/N", description = "Time signature, such as 6/8.")
    @Nullable String meter;

    @Option(
            names = "--category",
            paramLabel = "CATEGORY",
            description = "One of the thirteen categories, such as Bass.")
    @Nullable String category;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Name, in the library and on drives.")
    @Nullable String name;

    @Option(
            names = "--clear",
            paramLabel = "FIELD,...",
            split = ",",
            description = "Take back what was set: bpm, key, meter, category, name or all.")
    List<String> cleared = new ArrayList<>();

    @Mixin DataOption data = new DataOption();

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Outage, InterruptedException {
        Map<Field, String> values = values();
        Set<Field> taken =
                cleared.stream()
                        .flatMap(word -> fields(word).stream())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Field.class)));
        if (values.isEmpty() && taken.isEmpty()) {
            throw new Usage(
                    ExitCode.USAGE,
                    "Nothing to set: give --bpm, --key, --meter, --category, --name or --clear.");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Library library = Library.open(data.directory())) {
            var lookup = new PostgresLookup(library.postgres());
            var userValues = new PostgresUserValues(library.postgres());
            List<Long> numbers = new ArrayList<>();
            for (String file : files) {
                numbers.addAll(FileReference.resolve(lookup, file));
            }
            for (long number : numbers) {
                change(userValues, number, values, taken);
            }
            out.println(
                    (values.isEmpty() ? "Taken back for " : "Set for ")
                            + Wording.count(numbers.size(), "file")
                            + (values.isEmpty() ? "." : ": " + shown(values) + "."));
        }
        out.flush();
        return ExitCode.FINE;
    }

    private static void change(
            UserValues userValues, long number, Map<Field, String> values, Set<Field> taken)
            throws Outage {
        if (!taken.isEmpty()) {
            userValues.clear(number, taken);
        }
        if (!values.isEmpty() && !userValues.set(number, values)) {
            throw new Usage(ExitCode.NO_INPUT, "There is no file " + number + " in the library.");
        }
    }

    private Map<Field, String> values() {
        var values = new EnumMap<Field, String>(Field.class);
        if (bpm != null) {
            values.put(Field.BPM, bpm(bpm));
        }
        if (key != null) {
            putKey(key, values);
        }
        if (meter != null) {
            values.put(Field.METER, meter(meter));
        }
        if (category != null) {
            values.put(Field.CATEGORY, category(category).label());
        }
        if (name != null) {
            values.put(Field.NAME, SafeName.of(name, TargetProfile.STANDARD));
        }
        return values;
    }

    private static String bpm(double value) {
        if (!(value >= BPM_MIN && value <= BPM_MAX)) {
            throw new Usage(ExitCode.USAGE, "--bpm takes a tempo from 10 to 999.");
        }
        return String.valueOf(value);
    }

    private static void putKey(String text, Map<Field, String> values) {
        NamedKey named =
                KeyName.parse(text)
                        .orElseThrow(
                                () ->
                                        new Usage(
                                                ExitCode.USAGE,
                                                "--key takes a key such as Am, F#, \"Bb minor\" or"
                                                        + " 8A, not "
                                                        + text
                                                        + "."));
        boolean isMinor = named.mode().filter(NamedKey.Mode.MINOR::equals).isPresent();
        var tonality = new Tonality(named.tonicPitchClass(), isMinor ? Mode.MINOR : Mode.MAJOR);
        values.put(Field.KEY, tonality.shortName());
        values.put(Field.TONIC, String.valueOf(tonality.tonic()));
        values.put(Field.MODE, tonality.mode().name().toLowerCase(Locale.ROOT));
        values.put(Field.CAMELOT, tonality.camelot());
    }

    private static String meter(String text) {
        Matcher matcher = METER.matcher(text.strip());
        if (!matcher.matches()) {
            throw new Usage(ExitCode.USAGE, "--meter takes a time signature such as 4/4 or 6/8.");
        }
        return matcher.group();
    }

    private static Category category(String text) {
        return Arrays.stream(Category.values())
                .filter(each -> each.label().equalsIgnoreCase(text.strip()))
                .findAny()
                .orElseThrow(
                        () ->
                                new Usage(
                                        ExitCode.USAGE,
                                        "--category is one of "
                                                + Arrays.stream(Category.values())
                                                        .map(Category::label)
                                                        .collect(Collectors.joining(", "))
                                                + "."));
    }

    private static Set<Field> fields(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "bpm" -> EnumSet.of(Field.BPM);
            case "key" -> EnumSet.of(Field.KEY, Field.TONIC, Field.MODE, Field.CAMELOT);
            case "meter" -> EnumSet.of(Field.METER);
            case "category" -> EnumSet.of(Field.CATEGORY);
            case "name" -> EnumSet.of(Field.NAME);
            case "all" -> EnumSet.allOf(Field.class);
            default ->
                    throw new Usage(
                            ExitCode.USAGE,
                            "--clear takes bpm, key, meter, category, name or all, not "
                                    + word
                                    + ".");
        };
    }

    private static String shown(Map<Field, String> values) {
        return values.entrySet().stream()
                .filter(entry -> isShown(entry.getKey()))
                .map(
                        entry ->
                                entry.getKey().name().toLowerCase(Locale.ROOT)
                                        + " "
                                        + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    static boolean isShown(Field field) {
        return field != Field.TONIC && field != Field.MODE && field != Field.CAMELOT;
    }
}
