package crateworks.export;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.export.drive.DriveMetadata;
import crateworks.export.drive.DriveMover;
import crateworks.export.drive.DriveVerifier;
import crateworks.export.drive.DriveWriter;
import crateworks.export.made.DeviceFiles;
import crateworks.export.made.MemoryRenditions;
import crateworks.music.drive.DriveLayout;
import crateworks.pipeline.Bytes;
import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Analyzed;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.message.Exported;
import crateworks.pipeline.message.Message;
import crateworks.pipeline.port.Exporting.Turn;
import crateworks.pipeline.run.Performed;
import crateworks.pipeline.session.DriveWishes;
import crateworks.pipeline.session.Order;
import crateworks.pipeline.session.Session;
import crateworks.pipeline.session.SessionState;
import crateworks.testkit.blob.MemoryBlobStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
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

/** A library in memory, a drive in a real folder, and what leads from one to the other. */
abstract class ExportScene {
    static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);
    static final int FILES = 600;
    static final String MARK = "11111111-2222-3333-4444-555555555555";

    @TempDir Path here;

    final MemoryPlans plans = new MemoryPlans();
    final MemoryBlobStore blobs = new MemoryBlobStore();
    final MemoryLibrary library = new MemoryLibrary();
    final DriveWriter writer = new DriveWriter(DriveLayout.STANDARD, 8, "test");
    final MemoryDrives drives = new MemoryDrives(plans::isWritten);
    final MemoryMoves moves = new MemoryMoves(plans);
    final ExportJob job = new ExportJob(plans, blobs, writer, drives);
    Path drive = Path.of("");

    @BeforeEach
    void choose() {
        drive = here.resolve("drive");
    }

    @AfterEach
    void stop() {
        writer.close();
    }

    static DriveVerifier.Sums sums(
            long checked, long sound, long torn, long changed, long missing, long others) {
        return new DriveVerifier.Sums(
                checked, sound, torn, changed, missing, 0, others, others, Optional.empty());
    }

    Performed<Exported> export(List<Analyzed> batch) throws Exception {
        ExportDrive led = drive();
        led.plan(session());
        plans.turn(new Turn.Go(drive.toString(), MARK));
        Performed<Exported> performed = job.perform(batch);
        led.make(session());
        led.finish(session());
        return performed;
    }

    ExportDrive drive() {
        return new ExportDrive(
                plans,
                library,
                library,
                new DrivePlanner(plans, DriveLayout.STANDARD),
                new DriveMetadata(plans, "test"),
                new DeviceFiles(new MemoryRenditions(), blobs, writer),
                drives,
                new DriveNames(moves, new DriveMover(), DriveLayout.STANDARD),
                () -> MARK,
                here.resolve("data"));
    }

    Session session() {
        return session(DriveWishes.DEFAULT);
    }

    Session session(DriveWishes wishes) {
        var order =
                new Order(
                        List.of(here.resolve("source").toString(), "inbox"),
                        List.of(StageName.values()),
                        Optional.of(drive.toString()),
                        "both",
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        wishes);
        return new Session(1, order, SessionState.PROCESSING, Instant.EPOCH, false);
    }

    List<Analyzed> batch(int files) {
        var batch = new ArrayList<Analyzed>();
        for (int file = 1; file <= files; file++) {
            BlobRef ref = blobs.write(List.of(content(file))).getFirst();
            Analyzed analyzed = analyzed(file, ref);
            plans.add(
                    new MemoryPlans.Row(
                            file, "Bass", 120, "Am", analyzed.name(), ref.hash().hex()));
            plans.store(file, ref);
            batch.add(analyzed);
        }
        return batch;
    }

    static Analyzed analyzed(int file, BlobRef ref) {
        return new Analyzed(
                Message.VERSION,
                1,
                10L * file,
                file,
                ref,
                (file % 2 == 0 ? "LOOP_" : "Loop_") + file % 9 + ".mid",
                Optional.empty(),
                OptionalDouble.of(120.5),
                Optional.of("Am"),
                Optional.of("8A"),
                Optional.of("4/4"),
                OptionalInt.of(4),
                "Bass",
                List.of("dark", "loop"));
    }

    static Bytes content(int file) {
        return Bytes.of(("file " + (1_000 + file)).getBytes(StandardCharsets.UTF_8));
    }

    void makeOld() throws IOException {
        try (Stream<Path> files = Files.walk(drive)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, LONG_AGO);
            }
        }
    }

    void assertNothingChangedSince() throws IOException {
        try (Stream<Path> files = Files.walk(drive)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(
                            file ->
                                    assertThat(Files.getLastModifiedTime(file))
                                            .isEqualTo(LONG_AGO));
        }
    }

    static Map<String, String> tree(Path root) throws IOException {
        var contents = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
