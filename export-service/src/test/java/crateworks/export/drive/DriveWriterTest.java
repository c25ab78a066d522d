package crateworks.export.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import crateworks.music.drive.DriveLayout;
import crateworks.pipeline.Bytes;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.run.FileTrouble;
import crateworks.testkit.blob.MemoryBlobStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriveWriterTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    private static final String MARK = "11111111-2222-3333-4444-555555555555";
    private static final String MARKED = "{\"schema\":1,\"drive\":\"" + MARK + "\"}";

    @TempDir Path root;

    @BeforeEach
    void mark() throws IOException {
        Files.createDirectory(root.resolve("METADATA"));
        Files.writeString(root.resolve(DriveMark.FILE), MARKED);
    }

    @Test
    void aThousandFilesLieWhereThePlanWantsThem() throws Exception {
        var deliveries = new ArrayList<Delivery>();
        for (int number = 0; number < 1_000; number++) {
            deliveries.add(
                    delivery("MPC_Documents/SAMPLES/Bass/" + number % 7 + "/" + number, number));
        }

        List<String> landed = write(deliveries);

        assertThat(landed).isEqualTo(deliveries.stream().map(Delivery::path).toList());
        for (Delivery delivery : deliveries) {
            assertThat(Files.readAllBytes(root.resolve(delivery.path())))
                    .isEqualTo(delivery.content().array());
        }
        assertNothingTemporary();
    }

    @Test
    void aFileThatLiesThereAlreadyIsAcceptedAndNotTouched() throws Exception {
        Delivery delivery = delivery("MPC_Documents/a.mid", 1);
        write(List.of(delivery));
        Files.setLastModifiedTime(root.resolve(delivery.path()), LONG_AGO);

        assertThat(write(List.of(delivery))).containsExactly(delivery.path());

        assertThat(Files.getLastModifiedTime(root.resolve(delivery.path()))).isEqualTo(LONG_AGO);
    }

    @Test
    void aFileOfTheUsersIsNeverOverwritten() throws Exception {
        Delivery delivery = delivery("MPC_Documents/a.mid", 1);
        Files.createDirectory(root.resolve("MPC_Documents"));
        Files.writeString(root.resolve(delivery.path()), "the user's own");

        String beside = "MPC_Documents/a_" + delivery.hash().hex().substring(0, 16) + ".mid";
        assertThat(write(List.of(delivery))).containsExactly(beside);
        assertThat(write(List.of(delivery))).containsExactly(beside);

        assertThat(root.resolve(delivery.path())).hasContent("the user's own");
        assertThat(Files.readAllBytes(root.resolve(beside))).isEqualTo(delivery.content().array());
    }

    @Test
    void whereBothPlacesAreTakenTheOneFileIsToBlame() throws Exception {
        Delivery delivery = delivery("MPC_Documents/a.mid", 1);
        write(List.of(delivery));
        Files.writeString(root.resolve(delivery.path()), "the user's own");
        write(List.of(delivery));
        String beside = "MPC_Documents/a_" + delivery.hash().hex().substring(0, 16) + ".mid";
        Files.writeString(root.resolve(beside), "this one too");

        assertThatThrownBy(() -> write(List.of(delivery)))
                .isInstanceOfSatisfying(
                        FileTrouble.class,
                        trouble -> assertThat(trouble.code()).isEqualTo("PLACE_TAKEN"));
    }

    @Test
    void whatAWriterLeftThatWasKilledIsSweptAway() throws Exception {
        Path folder = Files.createDirectory(root.resolve("MPC_Documents"));
        Files.writeString(folder.resolve(".crateworks-old-17.part"), "half a fi");

        write(List.of(delivery("MPC_Documents/a.mid", 1)));

        assertNothingTemporary();
    }

    @Test
    void aFullDriveIsAnOutageAndLeavesNothingBehind() throws Exception {
        Disk full =
                new Disk() {
                    @Override
                    public void write(Path file, Bytes content) throws IOException {
                        Files.write(file, new byte[content.length() / 2]);
                        throw new IOException("No space left on device");
                    }

                    @Override
                    public void save(Path file, Bytes content) throws IOException {
                        write(file, content);
                    }
                };
        try (var writer = new DriveWriter(DriveLayout.STANDARD, 4, "test", full)) {
            assertThatThrownBy(
                            () -> writer.write(root(), List.of(delivery("MPC_Documents/a.mid", 1))))
                    .isInstanceOf(Outage.class)
                    .hasMessageContaining("No space left on device");
        }
        assertThat(root.resolve("MPC_Documents")).isEmptyDirectory();
    }

    @Test
    void nothingHasItsNameBeforeAllOfItIsOnTheMedium() throws Exception {
        var disk = new WatchedDisk(root);
        try (var writer = new DriveWriter(DriveLayout.STANDARD, 4, "test", disk)) {
            writer.write(
                    root(),
                    List.of(
                            delivery("MPC_Documents/a.mid", 1),
                            delivery("MPC_Documents/b.mid", 2)));
            assertThat(disk.namesAtSyncs).containsExactly(0, 2);

            disk.syncs = false;
            writer.write(
                    root(),
                    List.of(
                            delivery("MPC_Documents/c.mid", 3),
                            delivery("MPC_Documents/d.mid", 4)));
            assertThat(disk.savedOneByOne).hasValue(2);
        }
    }

    @Test
    void afterASyncThatFailedEveryFileIsWrittenAgainAndSyncedAlone() throws Exception {
        var disk = new WatchedDisk(root);
        disk.failures = 1;
        try (var writer = new DriveWriter(DriveLayout.STANDARD, 4, "test", disk)) {
            writer.write(
                    root(),
                    List.of(
                            delivery("MPC_Documents/a.mid", 1),
                            delivery("MPC_Documents/b.mid", 2)));
        }
        assertThat(disk.savedOneByOne).hasValue(2);
        assertNothingTemporary();
    }

    @Test
    void aFileThatTheDeviceFailsOnIsToBlameAlone() throws Exception {
        var disk =
                new WatchedDisk(root) {
                    @Override
                    public void save(Path file, Bytes content) throws IOException {
                        super.save(file, content);
                        if (content.length() == "content 1".length()) {
                            throw new Disk.NotSynced(new IOException("Input/output error"));
                        }
                    }

                    @Override
                    public void settle(Path folder) {}
                };
        disk.syncs = false;
        try (var writer = new DriveWriter(DriveLayout.STANDARD, 4, "test", disk)) {
            assertThatThrownBy(
                            () -> writer.write(root(), List.of(delivery("MPC_Documents/a.mid", 1))))
                    .isInstanceOf(Outage.class);
            disk.failures = 0;
            writer.write(root(), List.of(delivery("MPC_Documents/b.mid", 22)));
        }
        assertThat(root.resolve("MPC_Documents/a.mid")).doesNotExist();
        assertNothingTemporary();
    }

    /** A real disk that tells what it was asked for, and fails when told to. */
    private static class WatchedDisk implements Disk {
        final List<Integer> namesAtSyncs = new ArrayList<>();
        final AtomicInteger savedOneByOne = new AtomicInteger();
        final Path root;
        boolean syncs = true;
        int failures;

        WatchedDisk(Path root) {
            this.root = root;
        }

        @Override
        public boolean syncs(Path folder) {
            return syncs;
        }

        @Override
        public void sync(Path folder) throws IOException {
            if (failures-- > 0) {
                throw new IOException("Input/output error");
            }
            try (Stream<Path> files = Files.list(root.resolve("MPC_Documents"))) {
                namesAtSyncs.add((int) files.filter(file -> !isTemporary(file)).count());
            }
        }

        @Override
        public void save(Path file, Bytes content) throws IOException {
            Disk.super.save(file, content);
            savedOneByOne.incrementAndGet();
        }
    }

    @Test
    void aRealFullDriveIsAnOutageAndGoesOnWhenThereIsRoom() throws Exception {
        Path small = Files.createDirectory(root.resolve("small"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", small.toString()))
                .as("this machine lets us mount a small disk")
                .isZero();
        try {
            Files.createDirectory(small.resolve("METADATA"));
            Files.writeString(small.resolve(DriveMark.FILE), MARKED);
            Path filler = Files.write(small.resolve("filler"), new byte[200_000]);
            var deliveries = new ArrayList<Delivery>();
            for (int number = 0; number < 10; number++) {
                Bytes content = Bytes.of(new byte[20_000 + number]);
                deliveries.add(
                        new Delivery(
                                "MPC_Documents/" + number + ".mid",
                                content,
                                new MemoryBlobStore().hash(content)));
            }
            try (var writer = new DriveWriter(DriveLayout.STANDARD, 4, "test")) {
                assertThatThrownBy(() -> writer.write(new DriveRoot(small, MARK), deliveries))
                        .isInstanceOf(Outage.class)
                        .hasMessageContaining("is full");
                Files.delete(filler);
                assertThat(writer.write(new DriveRoot(small, MARK), deliveries)).hasSize(10);
            }
            try (Stream<Path> files = Files.list(small.resolve("MPC_Documents"))) {
                assertThat(files).hasSize(10).noneMatch(DriveWriterTest::isTemporary);
            }
        } finally {
            assertThat(run("umount", small.toString())).isZero();
        }
    }

    @Test
    void aNameThatOnlyOneFileHasTroubleWithIsThatFilesTrouble() {
        String tooLong = "MPC_Documents/" + "x".repeat(300) + ".mid";

        assertThatThrownBy(
                        () ->
                                write(
                                        List.of(
                                                delivery("MPC_Documents/a.mid", 1),
                                                delivery(tooLong, 2))))
                .isInstanceOfSatisfying(
                        FileTrouble.class,
                        trouble -> assertThat(trouble.code()).isEqualTo("NOT_WRITABLE"));
        assertThat(root.resolve("MPC_Documents/a.mid")).exists();
    }

    @Test
    void aFolderWithoutTheMarkIsNotTheDrive() throws Exception {
        try (var writer = new DriveWriter(DriveLayout.STANDARD, 2, "test")) {
            writer.write(root(), List.of(delivery("MPC_Documents/a.mid", 1)));
            Path mark = root.resolve(DriveMark.FILE);
            Files.move(mark, root.resolve("away"));
            Files.delete(root.resolve("MPC_Documents/a.mid"));
            Files.delete(root.resolve("MPC_Documents"));

            assertThatThrownBy(
                            () -> writer.write(root(), List.of(delivery("MPC_Documents/b.mid", 2))))
                    .isInstanceOf(Outage.class);
            assertThat(root.resolve("MPC_Documents")).doesNotExist();

            Files.move(root.resolve("away"), mark);
            writer.write(root(), List.of(delivery("MPC_Documents/b.mid", 2)));
            assertThat(root.resolve("MPC_Documents/b.mid")).exists();
        }
    }

    @Test
    void nothingIsWrittenThroughALinkOrAboveTheDrive(@TempDir Path elsewhere) throws Exception {
        Files.createSymbolicLink(root.resolve("MPC_Documents"), elsewhere);

        assertThatThrownBy(() -> write(List.of(delivery("MPC_Documents/a.mid", 1))))
                .isInstanceOf(Outage.class);
        for (String path : List.of("../a.mid", "/a.mid", "x/../../a.mid", "./a.mid")) {
            assertThatThrownBy(() -> write(List.of(delivery(path, 1))))
                    .as(path)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(elsewhere).isEmptyDirectory();
    }

    private List<String> write(List<Delivery> deliveries) throws Outage, InterruptedException {
        try (var writer = new DriveWriter(DriveLayout.STANDARD, 8, "test")) {
            return writer.write(root(), deliveries);
        }
    }

    private DriveRoot root() {
        return new DriveRoot(root, MARK);
    }

    private static Delivery delivery(String path, int number) {
        Bytes content = Bytes.of(("content " + number).getBytes(StandardCharsets.UTF_8));
        return new Delivery(path, content, new MemoryBlobStore().hash(content));
    }

    private void assertNothingTemporary() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(files).noneMatch(DriveWriterTest::isTemporary);
        }
    }

    private static boolean isTemporary(Path file) {
        return Leftovers.isTemporary(String.valueOf(file.getFileName()));
    }

    private static int run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException absent) {
            return -1;
        }
    }
}
