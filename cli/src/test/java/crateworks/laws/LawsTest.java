package crateworks.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import crateworks.export.mpc.DriveCheck;
import crateworks.pipeline.session.Ledger;
import crateworks.testkit.BytesVerified;
import crateworks.testkit.SameDrive;
import crateworks.testkit.SourceUntouched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One undisturbed run, and what every other way to the same drive must come to. */
class LawsTest {
    private static final long SEED = Long.getLong("seed", 17);

    /** No machine is through with the folder by then, however slow it was the first time. */
    private static final long WELL_BEFORE_THE_END_MILLIS = 700;

    private static final int KILLS = Integer.getInteger("kills", 3);

    @TempDir static Path room;

    private static Path source;
    private static Path data;
    private static SourceUntouched untouched;
    private static SameDrive sameDrive;
    private static Ledger ledger;
    private static long runMillis;

    @BeforeAll
    static void runUndisturbed() throws Exception {
        source = room.resolve("source");
        data = room.resolve("data");
        MessyFolder.fill(source, SEED);
        untouched = new SourceUntouched(source);
        Path drive = room.resolve("drive");
        long start;
        Command.End end;
        try (Command command = Command.start(run(data, drive))) {
            assertThat(command.hears("searching")).isTrue();
            start = System.nanoTime();
            end = command.await();
        }
        runMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        assertThat(end.exitCode()).as(end.said()).isZero();
        assertThat(end.said()).contains("Run 1 is complete.");
        ledger = Rows.keepTheLaws(data);
        assertThat(ledger.files().done()).isGreaterThan(60);
        assertThat(ledger.files().duplicate()).isGreaterThanOrEqualTo(10);
        assertThat(ledger.files().rejected()).isGreaterThanOrEqualTo(10);
        assertThat(ledger.children().duplicate()).isGreaterThan(5);
        long done = ledger.files().done() + ledger.children().done();
        assertThat(new BytesVerified(drive).holds()).isGreaterThan(60);
        assertThat(files(drive.resolve("MPC_Documents/SAMPLES"))).isBetween(30L, done);
        assertThat(files(drive.resolve("MPC_Documents/Patterns"))).isPositive();
        assertThat(DriveCheck.check(drive, (path, flaw) -> fail(path + ": " + flaw)).flaws())
                .isZero();
        sameDrive = new SameDrive(drive);
    }

    @AfterAll
    static void theSourceIsNeverTouched() throws Exception {
        untouched.holds();
    }

    @Test
    void runningAgainDoesNoWorkAndSaysSoAndAnotherDriveGetsTheSame() throws Exception {
        Path drive = room.resolve("drive");
        var written = new SourceUntouched(drive.resolve("MPC_Documents"));
        Command.End again = Command.run(run(data, drive));
        assertThat(again.exitCode()).as(again.said()).isZero();
        assertThat(again.said()).contains("Nothing to do: all ");
        written.holds();
        sameDrive.holds(drive);

        Path other = room.resolve("other drive");
        assertThat(Command.run(run(data, other)).exitCode()).isZero();
        sameDrive.holds(other);

        Command.End forced = Command.run(with(run(data, drive), "--force"));
        assertThat(forced.exitCode()).as(forced.said()).isZero();
        sameDrive.holds(drive);
        assertThat(Rows.keepTheLaws(data))
                .usingRecursiveComparison()
                .comparingOnlyFields("files", "children")
                .isEqualTo(ledger);
    }

    @Test
    void aRunMayEndAfterAnyStageAndALaterOneGoesOn() throws Exception {
        Path later = room.resolve("stage by stage");
        Path drive = room.resolve("drive of stages");
        for (String stages :
                List.of("ingest", "ingest,sanitize,split", "ingest,sanitize,split,analyze")) {
            Command.End end = Command.run("--source", source, "--data", later, "--stages", stages);
            assertThat(end.exitCode()).as(end.said()).isZero();
            assertThat(Rows.keepTheLaws(later).files()).isEqualTo(ledger.files());
        }
        Command.End whole = Command.run(run(later, drive));
        assertThat(whole.exitCode()).as(whole.said()).isZero();
        sameDrive.holds(drive);
        assertThat(Rows.keepTheLaws(later))
                .usingRecursiveComparison()
                .comparingOnlyFields("files", "children")
                .isEqualTo(ledger);
    }

    @Test
    void killedAtAnyMomentTheSameCommandComesToTheSameEnd() throws Exception {
        Path killed = room.resolve("killed");
        Path drive = room.resolve("killed drive");
        var random = new Random(SEED);
        var moments = new StringBuilder("seed " + SEED + ", killed after ms:");
        for (int kill = 0; kill < KILLS; kill++) {
            try (Command command = Command.start(run(killed, drive))) {
                if (random.nextInt(5) > 0) {
                    command.hears("searching");
                }
                long millis = random.nextLong(runMillis + 1);
                moments.append(' ').append(millis);
                Thread.sleep(millis);
                command.kill();
            }
        }
        Command.End end = Command.run(run(killed, drive));
        assertThat(end.exitCode()).as(moments + "\n" + end.said()).isZero();
        Ledger after = Rows.keepTheLaws(killed);
        assertThat(after.files()).as(moments.toString()).isEqualTo(ledger.files());
        assertThat(after.children()).as(moments.toString()).isEqualTo(ledger.children());
        new BytesVerified(drive).holds();
        sameDrive.holds(drive);
    }

    @Test
    void askedToStopItDrainsAndTheSameCommandGoesOn() throws Exception {
        Path stopped = room.resolve("stopped");
        Path drive = room.resolve("stopped drive");
        try (Command command = Command.start(run(stopped, drive))) {
            assertThat(command.hears("searching")).isTrue();
            Thread.sleep(Math.min(runMillis / 4, WELL_BEFORE_THE_END_MILLIS));
            command.stop();
            Command.End end = command.await();
            assertThat(end.exitCode()).as(end.said()).isEqualTo(130);
            assertThat(end.said()).contains("the same command goes on").doesNotContain("\tat ");
        }
        Command.End end = Command.run(run(stopped, drive));
        assertThat(end.exitCode()).as(end.said()).isZero();
        assertThat(end.said()).contains("Going on with run 1");
        assertThat(Rows.keepTheLaws(stopped).files()).isEqualTo(ledger.files());
        sameDrive.holds(drive);
    }

    @Test
    void aLimitCountsWhatIsNewAndWhatIsParkedIsNamedUntilItIsMended() throws Exception {
        Path two = room.resolve("two");
        Path own = room.resolve("own");
        Path unfinished = own.resolve("late.mid.filepart");
        MessyFolder.put(unfinished, MessyFolder.song(SEED + 1));
        MessyFolder.put(own.resolve("early.mid"), MessyFolder.song(SEED + 2));
        Object[] order = {"--source", source, "--source", own, "--data", two};

        for (int round = 1; round <= 2; round++) {
            assertThat(Command.run(with(order, "--limit", 9)).exitCode()).isZero();
            assertThat(Rows.keepTheLaws(two).files().discovered()).isEqualTo(9L * round);
        }
        Command.End parked = Command.run(order);
        assertThat(parked.exitCode()).as(parked.said()).isEqualTo(3);
        assertThat(parked.said()).contains("late.mid.filepart");
        assertThat(Command.run("failed", "--parked", "--data", two).said())
                .contains("late.mid.filepart", "NOT_SETTLED", "next: ");

        Files.move(unfinished, own.resolve("late.mid"));
        Command.End mended = Command.run(order);
        assertThat(mended.exitCode()).as(mended.said()).isZero();
        Ledger.Line files = Rows.keepTheLaws(two).files();
        assertThat(files.discovered()).isEqualTo(ledger.files().discovered() + 2);
        assertThat(files.done()).isEqualTo(ledger.files().done() + 2);
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private static Object[] run(Path data, Path drive) {
        return new Object[] {"--source", source, "--export-to", drive, "--data", data};
    }

    private static Object[] with(Object[] words, Object... more) {
        Object[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return all;
    }
}
