package crateworks.export.drive;

import crateworks.pipeline.port.Catalog;
import crateworks.pipeline.port.DrivePlans;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** The three lists of a drive, written side by side in one pass over its files. */
final class MetadataLists implements AutoCloseable {
    private static final int SCHEMA = 1;

    private record Sum(long files, long bytes) {
        Sum plus(Sum other) {
            return new Sum(files + other.files, bytes + other.bytes);
        }
    }

    private record Failed(String stage, String state, String code, String file) {}

    private final MetadataFile index;
    private final MetadataFile categories;
    private final MetadataFile log;
    private final Map<String, Sum> sums = new TreeMap<>();

    MetadataLists(Path folder, Leftovers leftovers) throws IOException {
        this.index = new MetadataFile(folder, "file_index.json", leftovers);
        this.categories = new MetadataFile(folder, "categories.json", leftovers);
        this.log = new MetadataFile(folder, "export_log.json", leftovers);
        begin(index, "files");
        begin(categories, "categories");
        begin(log, "written");
    }

    /** Adds a file; files come sorted by path. */
    void add(DrivePlans.Entry entry) {
        JsonGenerator json = placed(index, entry);
        json.writeStringProperty("name", entry.name());
        json.writeStringProperty("original_name", entry.originalName());
        json.writeStringProperty("category", entry.category());
        entry.bpm().ifPresent(bpm -> json.writeNumberProperty("bpm", bpm));
        entry.key().ifPresent(key -> json.writeStringProperty("key", key));
        entry.meter().ifPresent(meter -> json.writeStringProperty("meter", meter));
        json.writeArrayPropertyStart("tags");
        entry.tags().forEach(json::writeString);
        json.writeEndArray().writeEndObject();
        placed(log, entry).writeEndObject();
        sums.merge(entry.category(), new Sum(1, entry.bytes()), Sum::plus);
    }

    /** Writes the sums and the failures, and puts the lists in their places. */
    void finish(List<Catalog.Failure> failures) throws IOException {
        sums.forEach(
                (category, sum) ->
                        categories
                                .entry()
                                .writeStringProperty("category", category)
                                .writeNumberProperty("files", sum.files())
                                .writeNumberProperty("bytes", sum.bytes())
                                .writeEndObject());
        log.json().writeRaw('\n').writeEndArray().writeArrayPropertyStart("failures");
        failures.stream()
                .map(MetadataLists::failed)
                .sorted(
                        Comparator.comparing(Failed::stage)
                                .thenComparing(Failed::code)
                                .thenComparing(Failed::file)
                                .thenComparing(Failed::state))
                .forEach(this::add);
        for (MetadataFile list : List.of(categories, log, index)) {
            list.json().writeRaw('\n').writeEndArray().writeEndObject();
            list.replace();
        }
    }

    @Override
    public void close() throws IOException {
        try (index;
                categories;
                log) {
            sums.clear();
        }
    }

    private void add(Failed failed) {
        log.entry()
                .writeStringProperty("stage", failed.stage())
                .writeStringProperty("state", failed.state())
                .writeStringProperty("code", failed.code())
                .writeStringProperty("file", failed.file())
                .writeEndObject();
    }

    private static void begin(MetadataFile list, String name) {
        list.json()
                .writeStartObject()
                .writeNumberProperty("schema", SCHEMA)
                .writeArrayPropertyStart(name);
    }

    private static JsonGenerator placed(MetadataFile list, DrivePlans.Entry entry) {
        return list.entry()
                .writeStringProperty("path", entry.path())
                .writeStringProperty("blake3", entry.hash())
                .writeNumberProperty("bytes", entry.bytes());
    }

    /** The name only: where a file lies on the computer is nothing to the drive. */
    private static Failed failed(Catalog.Failure failure) {
        String place = failure.place().replace('\\', '/');
        return new Failed(
                failure.stage(),
                failure.state(),
                failure.code(),
                place.substring(place.lastIndexOf('/') + 1));
    }
}
