package crateworks.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWalkTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);

    @TempDir private Path root;

    private final List<String> lines = new ArrayList<>();

    @Test
    void filesComeDepthFirstAndInTheOrderOfTheirNames() throws Exception {
        for (String name : List.of("b.mid", "a/z.mid", "a/b/c.mid", "B.mid", "a.mid", "é.mid")) {
            make(name);
        }

        walk();

        assertThat(lines)
                .containsExactly(
                        "file B.mid",
                        "file a/b/c.mid",
                        "file a/z.mid",
                        "file a.mid",
                        "file b.mid",
                        "file é.mid");
    }

    @Test
    void aFileComesWithItsSizeAndTime() throws Exception {
        make("a.mid");
        Files.setLastModifiedTime(
                root.resolve("a.mid"), FileTime.from(Instant.parse("2001-02-03T04:05:06.789012Z")));
        var found = new ArrayList<Finding>();

        new FolderWalk(root, List.of(), Settling.watching(CLOCK), found::add).walk();

        assertThat(found).containsExactly(new Finding.FoundFile("a.mid", 1, 981_173_106_789_012L));
    }

    @Test
    void aNameThatIsNotUtf8IsFoundAndLeadsBackToItsFile() throws Exception {
        Path file = Path.of(URI.create(root.toUri() + "d%E9p%F4t/Caf%E9%20%FF.mid"));
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
        old(file);

        walk();

        assertThat(lines).containsExactly("file d\uEFE9p\uEFF4t/Caf\uEFE9 \uEFFF.mid");
        Path back = FileNames.locate(root, lines.getFirst().substring(5));
        assertThat(Files.isSameFile(back, file)).isTrue();
    }

    @Test
    void oddNamesAreFoundAndLeadBackToTheirFiles() throws Exception {
        List<String> names =
                List.of(
                        "-rf", "a\nb", "a%20b", "a?b#c", "CON", "c:\\d", "e\u0301", "é", "🎵",
                        "\uFFFD");
        for (String name : names) {
            make(name + ".mid");
        }

        walk();

        assertThat(lines).hasSameSizeAs(names);
        for (String line : lines) {
            assertThat(FileNames.locate(root, line.substring(5))).isRegularFile();
        }
    }

    @Test
    void linksAreFollowedAndLoopsAreProblems() throws Exception {
        make("a/song.mid");
        Files.createSymbolicLink(root.resolve("a/again"), root);
        Files.createSymbolicLink(root.resolve("a/self"), Path.of("."));
        Files.createSymbolicLink(root.resolve("b.mid"), root.resolve("a/song.mid"));
        Files.createSymbolicLink(root.resolve("c"), root.resolve("a"));
        Files.createSymbolicLink(root.resolve("d.mid"), root.resolve("nowhere"));
        Files.createSymbolicLink(root.resolve("e"), Path.of("e"));

        walk();

        assertThat(lines)
                .containsExactly(
                        "LINK_LOOP a/again",
                        "LINK_LOOP a/self",
                        "file a/song.mid",
                        "file b.mid",
                        "ALREADY_WALKED c",
                        "BROKEN_LINK d.mid",
                        "BROKEN_LINK e");
    }

    @Test
    void junkIsCountedAndNotFound() throws Exception {
        for (String name :
                List.of(".DS_Store", "._a.mid", "__MACOSX/a.mid", "@eaDir/a", "Thumbs.db")) {
            make(name);
        }
        make("a.mid");

        var end = walk();

        assertThat(end).isEqualTo(new WalkEnd.Walked(1, 5, 0, 0));
    }

    @Test
    void theDriveAndTheDataFolderAreNoSourceEvenIfTheyLieInIt() throws Exception {
        make("drive/a.mid");
        make("music/b.mid");
        Path link = Files.createSymbolicLink(root.resolve("to the drive"), root.resolve("drive"));
        var exclusions = List.of(root.resolve("drive"), root.resolve("absent"));

        walk(root, exclusions, Settling.watching(CLOCK));

        assertThat(link).isSymbolicLink();
        assertThat(lines)
                .containsExactly("EXCLUDED drive", "file music/b.mid", "EXCLUDED to the drive");
    }

    @Test
    void aFileThatChangedAMomentAgoIsLeftWhileWatching() throws Exception {
        make("a.mid");
        make("b.mid.part");
        make("c.mid.crdownload");
        make(".d.mid.Xa81kQ");
        make("e.mid");
        Files.setLastModifiedTime(root.resolve("a.mid"), FileTime.from(NOW.minusMillis(1500)));
        Files.setLastModifiedTime(
                root.resolve("e.mid"), FileTime.from(NOW.plus(Duration.ofDays(1))));

        walk();

        assertThat(lines)
                .containsExactly(
                        "unsettled .d.mid.Xa81kQ",
                        "unsettled b.mid.part",
                        "unsettled c.mid.crdownload",
                        "file e.mid",
                        "unsettled a.mid");
    }

    @Test
    void oneWalkLooksAgainAtItsEndAtWhatChangedAMomentAgo() throws Exception {
        for (String name : List.of("grows.mid", "rests.mid", "vanishes.mid")) {
            make(name);
            Files.setLastModifiedTime(root.resolve(name), FileTime.from(NOW));
        }
        var settling =
                new Settling(
                        Settling.QUIET,
                        CLOCK,
                        time -> {
                            assertThat(time).isEqualTo(Settling.QUIET);
                            return changeMeanwhile();
                        });

        walk(root, List.of(), settling);

        assertThat(lines)
                .containsExactly("unsettled grows.mid", "file rests.mid", "VANISHED vanishes.mid");
    }

    @Test
    void pipesAreNeverOpened() throws Exception {
        Process made = new ProcessBuilder("mkfifo", root.resolve("pipe.mid").toString()).start();
        assumeTrue(made.waitFor() == 0, "mkfifo is needed to make a pipe");

        walk();

        assertThat(lines).containsExactly("NOT_A_FILE pipe.mid");
    }

    @Test
    void aFolderThatMayNotBeReadIsAProblemAndTheRestIsFound() throws Exception {
        make("closed/a.mid");
        make("open/b.mid");
        Path closed = root.resolve("closed");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        try {
            assumeFalse(Files.isReadable(closed), "root may read everything");

            walk();

            assertThat(lines).containsExactly("UNREADABLE closed", "file open/b.mid");
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void foldersBelowTheDepthLimitAreAProblem() throws Exception {
        Path deep = root;
        for (int depth = 0; depth < FolderWalk.DEPTH_MAX; depth++) {
            deep = deep.resolve("d");
        }
        Files.createDirectories(deep);
        make("e.mid");

        walk();

        assertThat(lines).hasSize(2).last().isEqualTo("file e.mid");
        assertThat(lines).first().asString().startsWith("TOO_DEEP d/d/d");
    }

    @Test
    void aRootThatIsNoFolderIsRefusedInOneSentence() throws Exception {
        make("a.mid");

        assertThat(refusal(root.resolve("absent"), List.of())).endsWith(" does not exist.");
        assertThat(refusal(root.resolve("a.mid"), List.of()))
                .endsWith(" is not a folder; name the folder it lies in.");
        assertThat(refusal(root, List.of(root))).endsWith(", which is no source.");
        assertThat(lines).isEmpty();
    }

    private String refusal(Path folder, List<Path> exclusions) throws Exception {
        var end = walk(folder, exclusions, Settling.watching(CLOCK));
        return end instanceof WalkEnd.Refused(String sentence) ? sentence : "not refused";
    }

    private boolean changeMeanwhile() {
        try {
            Files.writeString(root.resolve("grows.mid"), "more");
            Files.delete(root.resolve("vanishes.mid"));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WalkEnd walk() throws Exception {
        return walk(root, List.of(), Settling.watching(CLOCK));
    }

    private WalkEnd walk(Path folder, List<Path> exclusions, Settling settling) throws Exception {
        return new FolderWalk(folder, exclusions, settling, finding -> lines.add(line(finding)))
                .walk();
    }

    private static String line(Finding finding) {
        return switch (finding) {
            case Finding.FoundFile(String path, long _, long _) -> "file " + path;
            case Finding.Junk(String path) -> "junk " + path;
            case Finding.NotSettled(String path, String _) -> "unsettled " + path;
            case Finding.Problem(String path, var code, String _) -> code + " " + path;
        };
    }

    private void make(String name) throws IOException {
        Path file = FileNames.locate(root, name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
        old(file);
    }

    private static void old(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofDays(1))));
    }
}
