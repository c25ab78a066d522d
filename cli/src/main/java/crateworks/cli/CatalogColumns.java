package crateworks.cli;

import crateworks.pipeline.port.Catalog.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the catalog, in their order. Lists are joined by bars in tables; what is not known
 * is empty there, and null in JSON.
 */
final class CatalogColumns {
    private static final Map<String, Function<Row, @Nullable Object>> COLUMNS = columns();

    private CatalogColumns() {}

    static List<String> names() {
        return List.copyOf(COLUMNS.keySet());
    }

    /** The cells of a table row. */
    static List<String> cells(Row row) {
        var cells = new ArrayList<String>(COLUMNS.size());
        COLUMNS.values().forEach(column -> cells.add(harmless(cell(column.apply(row)))));
        return cells;
    }

    /**
     * A spreadsheet would run a text that begins so as a formula, and anybody may call a file so;
     * an apostrophe before it makes it a text.
     */
    static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    /** The same as an object, with lists as lists. */
    static Map<String, @Nullable Object> object(Row row) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        COLUMNS.forEach((name, column) -> object.put(name, column.apply(row)));
        return object;
    }

    /** Where a file was found; for a part the file it is from, and which part of it. */
    private static String path(Row row) {
        return row.track().isEmpty()
                ? row.path()
                : row.path()
                        + "/track "
                        + row.track().getAsInt()
                        + " channel "
                        + row.channel().orElse(0);
    }

    private static String cell(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining("|"));
        }
        if (value instanceof Boolean flag) {
            return flag ? "1" : "0";
        }
        return value == null ? "" : String.valueOf(value);
    }

    private static Map<String, Function<Row, @Nullable Object>> columns() {
        var columns = new LinkedHashMap<String, Function<Row, @Nullable Object>>();
        columns.put("path", CatalogColumns::path);
        columns.put("id", Row::id);
        columns.put("parent", row -> row.parent().isPresent() ? row.parent().getAsLong() : null);
        columns.put("kind", Row::kind);
        columns.put("blake3", Row::blake3);
        columns.put("bytes", Row::bytes);
        columns.put("name", Row::name);
        columns.put("original_name", Row::originalName);
        columns.put("state", Row::state);
        addMusic(columns);
        addFigures(columns);
        addFile(columns);
        return columns;
    }

    private static void addMusic(Map<String, Function<Row, @Nullable Object>> columns) {
        columns.put("bpm", row -> row.bpm().isPresent() ? row.bpm().getAsDouble() : null);
        columns.put("bpm_confidence", Row::bpmConfidence);
        columns.put("bpm_source", Row::bpmSource);
        columns.put("key", Row::key);
        columns.put("mode", Row::mode);
        columns.put("key_confidence", Row::keyConfidence);
        columns.put("key_source", Row::keySource);
        columns.put("camelot", Row::camelot);
        columns.put("meter", Row::meter);
        columns.put("meter_confidence", Row::meterConfidence);
        columns.put("bars", row -> row.bars().isPresent() ? row.bars().getAsInt() : null);
        columns.put("seconds", Row::seconds);
        columns.put("is_drum", Row::drums);
        columns.put("drum_channels", Row::drumChannels);
        columns.put("drum_classes", Row::drumClasses);
        columns.put("family", Row::family);
        columns.put("is_bass", row -> row.family().equals("bass"));
        columns.put("category", Row::category);
        columns.put("category_confidence", Row::categoryConfidence);
        columns.put("category_reason", Row::categoryReason);
        columns.put("tags", Row::tags);
        columns.put("progression", Row::progression);
        columns.put("chords", Row::chords);
        columns.put("fingerprint", row -> row.fingerprint().orElse(null));
    }

    private static void addFigures(Map<String, Function<Row, @Nullable Object>> columns) {
        columns.put("role", row -> row.figures().role());
        columns.put("voicing", row -> row.figures().voicing().toLowerCase(Locale.ROOT));
        columns.put("lowest_pitch", row -> orNull(row.figures().lowestPitch()));
        columns.put("highest_pitch", row -> orNull(row.figures().highestPitch()));
        columns.put("notes_per_second", row -> orNull(row.figures().notesPerSecond()));
        columns.put("polyphony", row -> orNull(row.figures().polyphony()));
        columns.put("velocity", row -> orNull(row.figures().velocity()));
        columns.put("syncopation", row -> orNull(row.figures().syncopation()));
        columns.put("drum_pattern", row -> row.figures().drumPattern().toLowerCase(Locale.ROOT));
        columns.put("drum_feel", row -> row.figures().drumFeel().toLowerCase(Locale.ROOT));
        columns.put("drum_swing", row -> orNull(row.figures().swing()));
        columns.put("drum_techniques", row -> lower(row.figures().drumTechniques()));
        columns.put("drum_counts", row -> row.figures().drumCounts().toLowerCase(Locale.ROOT));
    }

    private static List<String> lower(List<String> words) {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    private static @Nullable Integer orNull(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? Math.rint(value.getAsDouble() * 1_000) / 1_000 : null;
    }

    private static void addFile(Map<String, Function<Row, @Nullable Object>> columns) {
        columns.put("format", Row::format);
        columns.put("tracks", Row::tracks);
        columns.put("notes", Row::notes);
        columns.put("repairs", Row::repairs);
        columns.put("track", row -> row.track().isPresent() ? row.track().getAsInt() : null);
        columns.put("channel", row -> row.channel().isPresent() ? row.channel().getAsInt() : null);
        columns.put("source_paths", Row::sources);
        columns.put("exported_to", row -> row.exportedTo().orElse(null));
    }
}
