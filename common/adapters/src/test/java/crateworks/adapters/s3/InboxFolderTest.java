package crateworks.adapters.s3;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.adapters.s3.InboxFolder.Pass;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxFolderTest {
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    @TempDir Path data;
    @TempDir Path folder;

    private RealStore server;
    private Inbox inbox;
    private InboxFolder later;

    @BeforeEach
    void start() throws Exception {
        server = new RealStore(data);
        inbox = new Inbox(server.client());
        later = new InboxFolder(inbox, folder, () -> LATER);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatHasSettledIsInTheInboxAndNoLongerInTheFolder() throws Exception {
        put("a.mid", "one");
        put("deep/er/b & c+d 100%.mid", "two");
        put("\u30c9\u30e9\u30e0/#1 'F\u266fm' <x>.mid", "three");
        put("empty.mid", "");

        assertThat(later.pass()).isEqualTo(new Pass(4, 0));

        assertThat(contents())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "a.mid", "one",
                                "deep/er/b & c+d 100%.mid", "two",
                                "\u30c9\u30e9\u30e0/#1 'F\u266fm' <x>.mid", "three",
                                "empty.mid", ""));
        assertThat(later.pass()).isEqualTo(new Pass(0, 0));
    }

    @Test
    void aFileThatSomebodyHasJustWrittenStays() throws Exception {
        put("a.mid", "one");
        Files.setLastModifiedTime(folder.resolve("a.mid"), FileTime.fromMillis(0));
        var now = new InboxFolder(inbox, folder, Instant::now);

        assertThat(now.pass()).isEqualTo(new Pass(0, 1));
        assertThat(contents()).isEmpty();

        var afterwards =
                new InboxFolder(
                        inbox,
                        folder,
                        () -> Instant.now().plus(InboxFolder.QUIET).plus(Duration.ofSeconds(1)));
        assertThat(afterwards.pass()).isEqualTo(new Pass(1, 0));
    }

    @Test
    void whatIsHiddenOrStillBeingWrittenIsLeftAlone() throws Exception {
        put(".gitignore", "*");
        put(".cache/x.mid", "x");
        put("song.mid.part", "half");
        put("Song.MID.CRDOWNLOAD", "half");
        Files.createSymbolicLink(folder.resolve("link.mid"), data.resolve("format-version"));

        assertThat(later.pass()).isEqualTo(new Pass(0, 0));

        assertThat(contents()).isEmpty();
        assertThat(Files.exists(folder.resolve("song.mid.part"))).isTrue();
    }

    @Test
    void whatLiesInTheInboxAndWasNotTakenInIsNotOverwritten() throws Exception {
        put("a.mid", "first");
        later.pass();
        put("a.mid", "second");

        assertThat(later.pass()).isEqualTo(new Pass(0, 1));
        assertThat(contents()).containsExactlyEntriesOf(Map.of("a.mid", "first"));

        inbox.eachSettled(LATER, inbox::remove);
        assertThat(later.pass()).isEqualTo(new Pass(1, 0));
        assertThat(contents()).containsExactlyEntriesOf(Map.of("a.mid", "second"));
    }

    @Test
    void whatWasUploadedBeforeACrashIsRemovedWithoutBeingUploadedAgain() throws Exception {
        put("a.mid", "one");
        assertThat(inbox.bring(folder.resolve("a.mid"), "a.mid")).isTrue();
        var before = contents();

        assertThat(later.pass()).isEqualTo(new Pass(1, 0));

        assertThat(contents()).isEqualTo(before);
        assertThat(Files.exists(folder.resolve("a.mid"))).isFalse();
    }

    private void put(String name, String content) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private Map<String, String> contents() throws Exception {
        var contents = new TreeMap<String, String>();
        inbox.eachSettled(
                LATER,
                entry -> {
                    try (InputStream content = inbox.open(entry).orElseThrow()) {
                        contents.put(entry.key(), text(content));
                    }
                });
        return contents;
    }

    private static String text(InputStream content) throws IOException {
        return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
}
