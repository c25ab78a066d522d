package crateworks.export.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crateworks.export.drive.DriveImage.Kind;
import crateworks.music.drive.DriveLayout;
import crateworks.pipeline.port.Outage;
import crateworks.testkit.blob.MemoryBlobStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The drive is a stick: an image of one, filled up, locked, pulled out, swapped. */
@Timeout(300)
class DriveImageTest {
    private static final String MARK = "11111111-2222-3333-4444-555555555555";
    private static final String OTHER = "99999999-2222-3333-4444-555555555555";
    private static final int MEGABYTES = 48;
    private static final AtomicLong OWNERS = new AtomicLong();

    @TempDir Path room;

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatWasWrittenIsReadBackAfterTheStickWasOut(Kind kind) throws Exception {
        try (DriveImage stick = marked(kind, MARK)) {
            List<Delivery> files = ImageFiles.some(0, 400);

            write(stick, files);
            assertThat(write(stick, files)).hasSize(400);
            stick.unmount();
            stick.mount(false);

            assertThat(verify(stick, files).allSound()).isTrue();
            String path = files.getFirst().path();
            assertThat(stick.root().resolve(path.replace("file", "FILE"))).exists();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aFullStickPausesAndGoesOnWhenThereIsRoom(Kind kind) throws Exception {
        try (DriveImage stick = marked(kind, MARK)) {
            Path filler = stick.root().resolve("filler");
            ImageFiles.fill(filler, stick.root(), 300_000);
            List<Delivery> files = ImageFiles.some(0, 200);

            assertThatThrownBy(() -> write(stick, files))
                    .isInstanceOf(Outage.class)
                    .hasMessageContaining("is full");
            assertWholeOrTemporary(stick, files);

            Files.delete(filler);
            assertThat(write(stick, files)).hasSize(200);
            assertThat(verify(stick, files).allSound()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aLockedStickIsSaidToBeOneAndGoesOnWhenItIsUnlocked(Kind kind) throws Exception {
        try (DriveImage stick = marked(kind, MARK)) {
            write(stick, ImageFiles.some(0, 20));
            stick.unmount();
            stick.mount(true);
            assertThatThrownBy(() -> write(stick, ImageFiles.some(20, 40)))
                    .isInstanceOf(Outage.class)
                    .hasMessageContaining("cannot be written to");
            stick.unmount();
            stick.mount(false);
            write(stick, ImageFiles.some(20, 40));
            assertThat(verify(stick, ImageFiles.some(0, 40)).allSound()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void pulledOutWhileItIsWrittenNothingIsTornAndNothingGoesElsewhere(Kind kind) throws Exception {
        List<Delivery> files = ImageFiles.some(0, 2_000);
        try (DriveImage stick = marked(kind, MARK)) {
            var begun = new CountDownLatch(1);
            var writing =
                    new FutureTask<>(
                            () -> {
                                for (int from = 0; from < 2_000; from += 100) {
                                    write(stick, files.subList(from, from + 100));
                                    begun.countDown();
                                }
                                return true;
                            });
            Thread.ofPlatform().start(writing);
            begun.await();
            Thread.sleep(new Random(17).nextInt(200));
            stick.pullOut();

            assertThatThrownBy(writing::get).hasCauseInstanceOf(Outage.class);
            assertThat(stick.root()).isEmptyDirectory();

            stick.mount(false);
            assertWholeOrTemporary(stick, files);
            write(stick, files);
            assertThat(verify(stick, files).allSound()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void anotherStickInItsPlaceIsNotWrittenTo(Kind kind) throws Exception {
        try (DriveImage stick = marked(kind, MARK)) {
            write(stick, ImageFiles.some(0, 20));
            stick.unmount();
            try (DriveImage other = marked(kind, OTHER)) {
                assertThatThrownBy(() -> write(stick, ImageFiles.some(20, 40)))
                        .isInstanceOf(Outage.class)
                        .hasMessageContaining("another drive is mounted");
                assertThat(other.root().resolve("MPC_Documents")).doesNotExist();
            }
            stick.mount(false);
            write(stick, ImageFiles.some(20, 40));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void killedAtAnyMomentItLeavesWholeFilesOnly(Kind kind) throws Exception {
        long seed = Long.getLong("seed", 17);
        var random = new Random(seed);
        List<Delivery> files = ImageFiles.some(0, 3_000);
        try (DriveImage stick = marked(kind, MARK)) {
            for (int kill = 0; kill < 3; kill++) {
                Process writer = ImageFiles.writeElsewhere(stick.root(), MARK, 3_000);
                writer.inputReader().readLine(); // it has begun
                Thread.sleep(random.nextInt(800));
                writer.destroyForcibly().waitFor();
                stick.unmount();
                stick.mount(false);
                assertWholeOrTemporary(stick, files);
            }
            write(stick, files);
            assertThat(verify(stick, files).allSound()).as("seed " + seed).isTrue();
            try (Stream<Path> left = Files.walk(stick.root().resolve("MPC_Documents"))) {
                assertThat(left.map(file -> file.getFileName().toString()))
                        .noneMatch(Leftovers::isTemporary);
            }
        }
    }

    private DriveImage marked(Kind kind, String mark) throws Exception {
        DriveImage stick =
                DriveImage.make(
                        kind, room.resolve(mark + ".img"), room.resolve("stick"), MEGABYTES);
        DriveMark.write(stick.root(), mark, new Leftovers("test"));
        return stick;
    }

    private static List<String> write(DriveImage stick, List<Delivery> files) throws Exception {
        try (var writer =
                new DriveWriter(DriveLayout.STANDARD, 8, "test" + OWNERS.incrementAndGet())) {
            return writer.write(new DriveRoot(stick.root(), MARK), files);
        }
    }

    private static DriveVerifier.Sums verify(DriveImage stick, List<Delivery> files)
            throws Exception {
        return new DriveVerifier(new MemoryBlobStore()::hash)
                .verify(stick.root(), ImageFiles.manifest(files), _ -> {});
    }

    /** The law: what has its own name is whole. */
    private static void assertWholeOrTemporary(DriveImage stick, List<Delivery> files)
            throws Exception {
        DriveVerifier.Sums sums = verify(stick, files);
        assertThat(sums.torn() + sums.changed() + sums.unreadable() + sums.foreign())
                .as("%s", sums)
                .isZero();
    }
}
