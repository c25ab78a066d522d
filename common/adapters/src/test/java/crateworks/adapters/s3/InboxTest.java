package crateworks.adapters.s3;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.pipeline.port.Mailbox;
import io.minio.ListObjectsArgs;
import io.minio.Result;
import io.minio.messages.Item;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");
    private static final Map<String, String> FILES =
            Map.of(
                    "a.mid", "one",
                    "deep/er/b & c+d 100%.mid", "two",
                    "\u30c9\u30e9\u30e0/#1 'F\u266fm' <x>.mid", "three",
                    "empty.mid", "");

    @TempDir Path folder;
    @TempDir Path source;

    private RealStore server;
    private Inbox inbox;

    @BeforeEach
    void start() throws Exception {
        server = new RealStore(folder);
        inbox = new Inbox(server.client());
        for (var file : FILES.entrySet()) {
            Path path = source.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatIsPushedIsListedUnderItsPathAndCanBeOpened() throws Exception {
        assertThat(inbox.push(source)).isEqualTo(new Inbox.Pushed(4, 11, 0));

        var contents = new TreeMap<String, String>();
        for (Mailbox.Entry entry : settled()) {
            try (InputStream content = inbox.open(entry).orElseThrow()) {
                contents.put(
                        entry.key(), new String(content.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(contents).containsExactlyInAnyOrderEntriesOf(FILES);
    }

    @Test
    void aFolderOfMoreThanOnePageIsListedWithoutGapsThoughItIsEmptiedMeanwhile() throws Exception {
        for (int at = 0; at < 1_100; at++) {
            Files.writeString(
                    Files.createDirectories(source.resolve("many")).resolve(at + ".mid"), "x" + at);
        }
        inbox.push(source);
        var seen = new ArrayList<String>();

        inbox.eachSettled(
                LATER,
                entry -> {
                    seen.add(entry.key());
                    assertThat(inbox.remove(entry)).isTrue();
                });

        assertThat(seen).hasSize(1_104).doesNotHaveDuplicates();
        assertThat(settled()).isEmpty();
    }

    @Test
    void aKeyThatClientsWouldResolveIsToldFromOthers() {
        assertThat(inbox.isReachable(entry("up/../there.mid"))).isFalse();
        assertThat(inbox.isReachable(entry("./here.mid"))).isFalse();
        assertThat(inbox.isReachable(entry(".../...mid"))).isTrue();
    }

    @Test
    void pushingAgainUploadsOnlyWhatIsNew() throws Exception {
        inbox.push(source);
        Files.writeString(source.resolve("new.mid"), "new");

        assertThat(inbox.push(source)).isEqualTo(new Inbox.Pushed(1, 3, 4));
    }

    @Test
    void whatWasWrittenToAMomentAgoIsNotSettled() throws Exception {
        inbox.push(source);
        var seen = new ArrayList<Mailbox.Entry>();

        inbox.eachSettled(Instant.now().minusSeconds(60), seen::add);

        assertThat(seen).isEmpty();
    }

    @Test
    void anEntryIsRemovedUnlessAnotherObjectTookItsKey() throws Exception {
        inbox.push(source);
        Mailbox.Entry replaced = settled("a.mid");
        Mailbox.Entry empty = settled("empty.mid");
        Files.writeString(source.resolve("a.mid"), "replaced");
        inbox.push(source);

        assertThat(inbox.open(replaced)).isEmpty();
        assertThat(inbox.remove(replaced)).isFalse();
        assertThat(inbox.remove(empty)).isTrue();
        assertThat(inbox.remove(empty)).isTrue();

        assertThat(settled())
                .extracting(Mailbox.Entry::key)
                .contains("a.mid")
                .doesNotContain("empty.mid");
    }

    @Test
    void anEntryIsSetAsideUnderItsKeyAndNeverOverAnotherContent() throws Exception {
        inbox.push(source);
        Mailbox.Entry first = settled("deep/er/b & c+d 100%.mid");
        assertThat(inbox.setAside(first)).isTrue();
        assertThat(inbox.setAside(first)).isFalse();
        Files.writeString(source.resolve(first.key()), "another");
        inbox.push(source);
        Mailbox.Entry second = settled(first.key());

        assertThat(inbox.setAside(second)).isTrue();

        assertThat(settled()).extracting(Mailbox.Entry::key).doesNotContain(first.key());
        assertThat(setAside())
                .containsExactlyInAnyOrder(first.key(), second.version() + "/" + first.key());
    }

    @Test
    void anEntryThatIsGoneCannotBeOpened() throws Exception {
        inbox.push(source);
        Mailbox.Entry entry = settled().getFirst();
        inbox.remove(entry);

        assertThat(inbox.open(entry)).isEmpty();
    }

    private static Mailbox.Entry entry(String key) {
        return new Mailbox.Entry(key, 1, Instant.EPOCH, "1");
    }

    private List<String> setAside() throws Exception {
        var listing =
                ListObjectsArgs.builder()
                        .bucket(server.settings().aside())
                        .recursive(true)
                        .useUrlEncodingType(true)
                        .build();
        var keys = new ArrayList<String>();
        for (Result<Item> item :
                server.client().ask(client -> client.listObjects(listing)).orElseThrow()) {
            keys.add(item.get().objectName());
        }
        return keys;
    }

    private List<Mailbox.Entry> settled() throws Exception {
        var entries = new ArrayList<Mailbox.Entry>();
        inbox.eachSettled(LATER, entries::add);
        return entries;
    }

    private Mailbox.Entry settled(String key) throws Exception {
        return settled().stream().filter(entry -> entry.key().equals(key)).findAny().orElseThrow();
    }
}
