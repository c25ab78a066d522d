package crateworks.export.made;

import crateworks.export.drive.DriveRoot;
import crateworks.export.drive.DriveWriter;
import crateworks.music.drive.DriveLayout;
import crateworks.music.midi.SmfWriter;
import crateworks.music.time.Division;
import crateworks.pipeline.Bytes;
import crateworks.pipeline.StageName;
import crateworks.pipeline.port.Renditions;
import crateworks.pipeline.session.DriveShape;
import crateworks.pipeline.session.DriveWishes;
import crateworks.pipeline.session.Order;
import crateworks.pipeline.session.Selection;
import crateworks.testkit.blob.MemoryBlobStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder that stands for a drive, and what is made for it, with the ports in memory. */
abstract class DeviceFilesScene {
    static final String MARK = "11111111-2222-3333-4444-555555555555";
    static final String CHORDS =
            "[[0,1,\"A:min\"],[1,2,\"F:maj\"],[2,3,\"C:maj\"],[3,4,\"G:maj\"],[4,5,\"A:min\"]]";

    @TempDir Path here;

    final MemoryRenditions renditions = new MemoryRenditions();
    final MemoryBlobStore blobs = new MemoryBlobStore();
    final DriveWriter writer = new DriveWriter(DriveLayout.STANDARD, 4, "test");
    Path drive = Path.of("");

    @BeforeEach
    void mount() throws IOException {
        drive = here.resolve("drive");
        Files.createDirectories(drive.resolve("METADATA"));
        Files.writeString(
                drive.resolve("METADATA/drive.json"),
                "{\"schema\":1,\"drive\":\"%s\"}".formatted(MARK));
    }

    @AfterEach
    void stop() {
        writer.close();
    }

    void make(DriveShape shape) throws Exception {
        new DeviceFiles(renditions, blobs, writer)
                .make(root(), drive.toString(), order(shape, "both"));
    }

    DriveRoot root() {
        return new DriveRoot(drive, MARK);
    }

    static Order order(DriveShape shape, String format) {
        return order(shape, format, Selection.EVERYTHING, OptionalInt.empty());
    }

    static Order order(
            DriveShape shape, String format, Selection selection, OptionalInt packFilesMax) {
        var chosen =
                new Selection(
                        selection.where(),
                        selection.filesMax(),
                        selection.folderFilesMax(),
                        packFilesMax,
                        selection.nearDuplicates());
        return new Order(
                List.of("/music"),
                List.of(StageName.values()),
                Optional.of("/drive"),
                format,
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                new DriveWishes(false, chosen, shape));
    }

    void fill(int count) throws Exception {
        String[] categories = {"Drums", "Bass", "Chords", "Melody", "DrumHats", "FX"};
        for (int file = 1; file <= count; file++) {
            String category = categories[file % categories.length];
            add(file, "Tune %d.mid".formatted(file % 9), category, 90 + file % 30, "F#m", 4);
        }
        renditions.chords.add(
                new Renditions.Chords(
                        1, CHORDS, 9, true, OptionalDouble.of(124), List.of("house")));
        renditions.chords.add(
                new Renditions.Chords(2, CHORDS, 9, true, OptionalDouble.of(93), List.of("jazz")));
        renditions.chords.add(
                new Renditions.Chords(
                        3,
                        "[[0,1,\"C:maj\"],[1,2,\"A:min\"],[2,3,\"D:min7\"],[3,4,\"G:7\"]]",
                        0,
                        false,
                        OptionalDouble.empty(),
                        List.of()));
    }

    void add(long file, String name, String category, double bpm, String key, int bars)
            throws Exception {
        renditions.parts.add(
                new Renditions.Part(
                        file,
                        blobs.write(List.of(midi(file))).getFirst(),
                        name,
                        category,
                        OptionalDouble.of(bpm),
                        OptionalDouble.empty(),
                        key,
                        bars,
                        category.startsWith("Drum"),
                        file % 3 == 0 ? List.of("deep house", "house") : List.of(),
                        List.of()));
    }

    /** A bar with a kick and a snare, and a third note that tells files apart. */
    static Bytes midi(long file) {
        var out = new SmfWriter(0, new Division.TicksPerQuarter(96), 128).beginTrack();
        out.channelMessage(0, 0x99, 36, 100).channelMessage(48, 0x89, 36, 0);
        out.channelMessage(96, 0x99, 38, 90).channelMessage(140, 0x89, 38, 0);
        out.channelMessage(192, 0x99, 40 + (int) file % 80, (int) file % 100 + 1);
        out.channelMessage(384, 0x89, 40 + (int) file % 80, 0);
        return Bytes.of(out.endTrack(384).toBytes().toArray());
    }

    String first(String ending) throws IOException {
        return tree().keySet().stream()
                .filter(path -> path.endsWith(ending))
                .findFirst()
                .orElseThrow();
    }

    /** Path to hash of everything but the mark. */
    Map<String, String> tree() throws IOException {
        var tree = new TreeMap<String, String>();
        try (Stream<Path> all = Files.walk(drive)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String path = drive.relativize(file).toString();
                if (!path.startsWith("METADATA")) {
                    tree.put(path, blobs.hash(Bytes.of(Files.readAllBytes(file))).hex());
                }
            }
        }
        return tree;
    }
}
