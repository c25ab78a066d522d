package crateworks.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crateworks.export.drive.DriveMark;
import crateworks.export.drive.DriveMetadata;
import crateworks.export.drive.DriveVerifier;
import crateworks.export.drive.DriveVerifier.Finding;
import crateworks.export.drive.DriveWriter;
import crateworks.music.drive.DriveLayout;
import crateworks.pipeline.Bytes;
import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Analyzed;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.message.Exported;
import crateworks.pipeline.message.Message;
import crateworks.pipeline.port.Exporting.Turn;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.run.NotYet;
import crateworks.pipeline.run.Performed;
import crateworks.pipeline.session.DriveWishes;
import crateworks.pipeline.session.Order;
import crateworks.pipeline.session.Selection;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the plan to the index, on a real folder, with the ports in memory. */
class ExportTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);
    private static final int FILES = 600;
    private static final String MARK = "11111111-2222-3333-4444-555555555555";

    @TempDir Path here;

    private final MemoryPlans plans = new MemoryPlans();
    private final MemoryBlobStore blobs = new MemoryBlobStore();
    private final MemoryLibrary library = new MemoryLibrary();
    private final DriveWriter writer = new DriveWriter(DriveLayout.STANDARD, 8, "test");
    private final MemoryDrives drives = new MemoryDrives(plans::isWritten);
    private final ExportJob job = new ExportJob(plans, blobs, writer, drives);
    private Path drive = Path.of("");

    @BeforeEach
    void choose() {
        drive = here.resolve("drive");
    }

    @AfterEach
    void stop() {
        writer.close();
    }

    @Test
    void everythingLiesOnTheDriveAndTheIndexSaysSo() throws Exception {
        List<Analyzed> batch = batch(FILES);

        Performed<Exported> performed = export(batch);

        assertThat(performed.next()).hasSize(FILES);
        assertThat(performed.progress())
                .singleElement()
                .satisfies(count -> assertThat(count.out()).isEqualTo(FILES));
        assertThat(plans.ended()).hasSize(FILES);
        var verifier = new DriveVerifier(blobs::hash);
        var findings = new ArrayList<Finding>();
        assertThat(verifier.verify(drive, findings::add))
                .isEqualTo(new DriveVerifier.Sums(FILES, FILES, 0, 0, 0, 0));
        assertThat(findings).isEmpty();
        assertThat(drive.resolve("README.txt")).exists();
        assertThat(drive.resolve(".crateworks.lock")).doesNotExist();
    }

    @Test
    void aSecondExportWritesNothing() throws Exception {
        export(batch(FILES));
        makeOld();
        var nothingToRead = new ExportJob(plans, new MemoryBlobStore(), writer, drives);

        ExportDrive led = drive();
        led.plan(session());
        assertThat(nothingToRead.perform(batch(FILES)).next()).hasSize(FILES);
        led.finish(session());

        assertNothingChangedSince();
    }

    @Test
    void twoRunsOverTheSameFilesMakeTheSameBytes() throws Exception {
        export(batch(FILES));
        Map<String, String> first = tree(drive);

        var other = new ExportTest();
        other.here = here;
        other.drive = here.resolve("other");
        List<Analyzed> batch = other.batch(FILES);
        ExportDrive led = other.drive();
        led.plan(other.session());
        other.plans.turn(new Turn.Go(other.drive.toString(), MARK));
        for (int from = FILES - 50; from >= 0; from -= 50) {
            other.job.perform(batch.subList(from, from + 50));
        }
        led.finish(other.session());
        other.stop();

        assertThat(tree(here.resolve("other"))).isEqualTo(first);
    }

    @Test
    void aCrashBetweenWritingAndRecordingWritesNothingTwice() throws Exception {
        List<Analyzed> batch = batch(50);
        drive().plan(session());
        plans.turn(new Turn.Go(drive.toString(), MARK));
        plans.failRecordingAfter(0);
        assertThatThrownBy(() -> job.perform(batch)).isInstanceOf(Outage.class);
        makeOld();

        assertThat(job.perform(batch).next()).hasSize(50);

        assertNothingChangedSince();
    }

    @Test
    void exportWaitsForThePlanAndDropsWhatNoRunWants() throws Exception {
        List<Analyzed> batch = batch(2);
        assertThatThrownBy(() -> job.perform(batch)).isInstanceOf(NotYet.class);

        plans.turn(new Turn.Pass());
        Performed<Exported> passed = job.perform(batch);

        assertThat(passed.next()).isEmpty();
        assertThat(passed.progress()).isEmpty();
        assertThat(plans.ended()).isEmpty();
    }

    @Test
    void aFileWithoutAPlaceEndsAsDone() throws Exception {
        List<Analyzed> batch = batch(2);
        drive().plan(session());
        plans.turn(new Turn.Go(drive.toString(), MARK));
        Analyzed unplanned = analyzed(99, blobs.write(List.of(content(99))).getFirst());

        Performed<Exported> performed = job.perform(List.of(batch.getFirst(), unplanned));

        assertThat(performed.next()).extracting(Exported::file).containsExactly(1L);
        assertThat(plans.ended()).containsExactlyInAnyOrder(10L, 990L);
    }

    @Test
    void anEmptyFolderInThePlaceOfTheDriveIsRefusedUnlessItIsANewDrive() throws Exception {
        export(batch(20));
        Map<String, String> before = tree(drive);
        Path away = Files.move(drive, here.resolve("away"));
        Files.createDirectory(drive);

        assertThatThrownBy(() -> drive().plan(session()))
                .isInstanceOf(Outage.class)
                .hasMessageContaining("is empty")
                .hasMessageContaining("11111111");
        assertThatThrownBy(() -> drive().finish(session())).isInstanceOf(Outage.class);
        assertThat(drive).isEmptyDirectory();

        Files.delete(drive);
        Files.move(away, drive);
        try (ExportDrive led = drive()) {
            led.plan(session());
        }
        assertThat(tree(drive)).isEqualTo(before);
    }

    @Test
    void aDriveWithoutItsMarkIsWrittenAnewOnlyWhenTheUserSaysSo() throws Exception {
        export(batch(20));
        Files.delete(drive.resolve(DriveMark.FILE));
        assertThatThrownBy(() -> drive().plan(session()))
                .isInstanceOf(Outage.class)
                .hasMessageContaining("it has no METADATA/drive.json");

        drive().plan(session(new DriveWishes(true, Selection.EVERYTHING)));

        assertThat(DriveMark.read(drive)).contains(MARK);
        assertThat(library.reopened).contains(drive.toString());
    }

    @Test
    void anotherDriveInItsPlaceIsRefusedBeforeAndWhileItIsWritten() throws Exception {
        List<Analyzed> batch = batch(20);
        drive().plan(session());
        plans.turn(new Turn.Go(drive.toString(), MARK));
        job.perform(batch.subList(0, 10));
        Files.writeString(
                drive.resolve(DriveMark.FILE),
                "{\"schema\":1,\"drive\":\"99999999-2222-3333-4444-555555555555\"}");

        assertThatThrownBy(() -> job.perform(batch.subList(10, 20)))
                .isInstanceOf(Outage.class)
                .hasMessageContaining("another drive is mounted")
                .hasMessageContaining("99999999");
        assertThatThrownBy(() -> drive().plan(session()))
                .isInstanceOf(Outage.class)
                .hasMessageContaining("another drive is mounted");
    }

    @Test
    void aDriveIsKnownAgainWhereverItIsMounted() throws Exception {
        export(batch(20));
        drive = Files.move(drive, here.resolve("elsewhere"));

        drive().plan(session());

        assertThat(drives.at(drive.toString()).orElseThrow().mark()).contains(MARK);
        assertThat(drives.at(here.resolve("drive").toString())).isEmpty();
    }

    @Test
    void theDriveOfAnotherLibraryIsRefused() throws Exception {
        export(batch(20));
        var other = new ExportTest();
        other.here = here;
        other.drive = drive;
        other.batch(1);

        assertThatThrownBy(() -> other.drive().plan(other.session()))
                .isInstanceOf(Outage.class)
                .hasMessageContaining("another library");
        other.stop();
    }

    @Test
    void aDriveThatIsTooSmallIsRefusedBeforeAnythingIsWritten() throws Exception {
        batch(3);
        plans.needBytes(1L << 60);

        assertThatThrownBy(() -> drive().plan(session()))
                .isInstanceOf(Outage.class)
                .hasMessageContaining("is too small")
                .hasMessageContaining("are free");

        assertThat(drive.resolve("METADATA")).doesNotExist();
        assertThat(plans.hashByPath()).isEmpty();
    }

    @Test
    void verifyFindsWhatIsChangedTornMissingAndForeign() throws Exception {
        export(batch(20));
        List<String> paths = List.copyOf(plans.hashByPath().keySet());
        byte[] flipped = Files.readAllBytes(drive.resolve(paths.get(0)));
        flipped[3] ^= 1;
        Files.write(drive.resolve(paths.get(0)), flipped);
        Files.write(drive.resolve(paths.get(1)), new byte[2]);
        Files.delete(drive.resolve(paths.get(2)));
        Files.writeString(drive.resolve("MPC_Documents/mine.mid"), "mine");
        var findings = new ArrayList<Finding>();

        var sums = new DriveVerifier(blobs::hash).verify(drive, findings::add);

        assertThat(sums).isEqualTo(new DriveVerifier.Sums(20, 17, 2, 1, 0, 1));
        assertThat(sums.allSound()).isFalse();
        assertThat(findings)
                .containsExactlyInAnyOrder(
                        new Finding.Changed(paths.get(0)),
                        new Finding.Changed(paths.get(1)),
                        new Finding.Missing(paths.get(2)),
                        new Finding.Foreign("MPC_Documents/mine.mid"));
    }

    @Test
    void anIndexThatLeadsOffTheDriveIsNotFollowed() throws Exception {
        export(batch(1));
        Files.writeString(
                drive.resolve(DriveMetadata.INDEX),
                "{\"files\":[{\"path\":\"../../x.mid\",\"blake3\":\"00\",\"bytes\":1}]}");
        var sums = new DriveVerifier(blobs::hash).verify(drive, _ -> {});

        assertThat(sums.unreadable()).isEqualTo(1);
        Files.writeString(drive.resolve(DriveMetadata.INDEX), "{\"files\":[{\"path\":");
        assertThatThrownBy(() -> new DriveVerifier(blobs::hash).verify(drive, _ -> {}))
                .isInstanceOf(Outage.class);
    }

    @Test
    void theListsTellWhatTheyShallAndNothingOfTheComputer() throws Exception {
        library.fail("park", "TIMED_OUT", "/home/someone/midi/pack.zip!/folder/bad.mid");
        library.fail("ingest", "NOT_MUSIC", "C:\\midi\\cover.jpg");
        export(batch(3));

        assertThat(drive.resolve("METADATA/file_index.json"))
                .content()
                .startsWith("{\"schema\":1,\"files\":[\n{\"path\":\"MPC_Documents/")
                .contains("\"original_name\":\"was \\\"Loop_1.mid\\\"\"")
                .contains(
                        "\"bpm\":120.5,\"key\":\"Am\",\"meter\":\"4/4\",\"tags\":[\"dark\",\"loop\"]")
                .doesNotContain(here.toString());
        assertThat(drive.resolve("METADATA/categories.json"))
                .hasContent(
                        """
                        {"schema":1,"categories":[
                        {"category":"Bass","files":3,"bytes":27}
                        ]}
                        """);
        assertThat(drive.resolve("METADATA/export_log.json"))
                .content()
                .contains(
                        """
                        ],"failures":[
                        {"stage":"ingest","state":"parked","code":"NOT_MUSIC","file":"cover.jpg"}
                        ,{"stage":"park","state":"parked","code":"TIMED_OUT","file":"bad.mid"}
                        ]}
                        """)
                .doesNotContain("someone");
    }

    private Performed<Exported> export(List<Analyzed> batch) throws Exception {
        ExportDrive led = drive();
        led.plan(session());
        plans.turn(new Turn.Go(drive.toString(), MARK));
        Performed<Exported> performed = job.perform(batch);
        led.finish(session());
        return performed;
    }

    private ExportDrive drive() {
        return new ExportDrive(
                plans,
                library,
                library,
                new DrivePlanner(plans, DriveLayout.STANDARD),
                new DriveMetadata(plans, "test"),
                drives,
                () -> MARK,
                here.resolve("data"));
    }

    private Session session() {
        return session(DriveWishes.DEFAULT);
    }

    private Session session(DriveWishes wishes) {
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

    private List<Analyzed> batch(int files) {
        var batch = new ArrayList<Analyzed>();
        for (int file = 1; file <= files; file++) {
            BlobRef ref = blobs.write(List.of(content(file))).getFirst();
            Analyzed analyzed = analyzed(file, ref);
            plans.add(
                    new MemoryPlans.Row(
                            file, "Bass", 120, "Am", analyzed.name(), ref.hash().hex()));
            batch.add(analyzed);
        }
        return batch;
    }

    private static Analyzed analyzed(int file, BlobRef ref) {
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

    private static Bytes content(int file) {
        return Bytes.of(("file " + (1_000 + file)).getBytes(StandardCharsets.UTF_8));
    }

    private void makeOld() throws IOException {
        try (Stream<Path> files = Files.walk(drive)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, LONG_AGO);
            }
        }
    }

    private void assertNothingChangedSince() throws IOException {
        try (Stream<Path> files = Files.walk(drive)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(
                            file ->
                                    assertThat(Files.getLastModifiedTime(file))
                                            .isEqualTo(LONG_AGO));
        }
    }

    private static Map<String, String> tree(Path root) throws IOException {
        var contents = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
