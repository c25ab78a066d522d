package crateworks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.adapters.s3.Inbox;
import crateworks.infra.data.DataDirectory;
import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Origin;
import crateworks.pipeline.port.Mailbox;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.session.DriveWishes;
import crateworks.pipeline.session.Ledger;
import crateworks.pipeline.session.Order;
import crateworks.pipeline.session.Session;
import crateworks.pipeline.session.SessionState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs over the inbox, on the whole stack; every test drops files that no other one does. */
class ServingTest {
    private static final InstantSource NOW = InstantSource.system();

    /** Everything has settled by then. */
    private static final InstantSource LATER = InstantSource.offset(NOW, Duration.ofHours(1));

    private static final Order ORDER =
            new Order(
                    List.of(Origin.INBOX),
                    List.of(
                            StageName.INGEST,
                            StageName.SANITIZE,
                            StageName.SPLIT,
                            StageName.ANALYZE),
                    Optional.empty(),
                    "both",
                    Optional.empty(),
                    OptionalLong.empty(),
                    Optional.empty(),
                    DriveWishes.DEFAULT);

    @TempDir static Path data;
    private static Engine engine;
    private static Inbox inbox;

    @TempDir Path folder;

    @BeforeAll
    static void start() throws Exception {
        DataDirectory directory = DataDirectory.at(data.resolve("library"));
        engine = Engine.start(directory, ORDER, Collections.nCopies(6, 1));
        inbox = new Inbox(engine.store());
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @BeforeEach
    void nothingIsLeftOfAnotherTest() throws Exception {
        assertThat(lyingThere()).isEmpty();
    }

    @Test
    void aSweepTakesEverythingInAndTheNextOneFindsNothing() throws Exception {
        drop("a.mid", song(1));
        drop("deep/b.mid", song(2));
        drop("deep/a again.mid", song(1));
        drop("notes.txt", "no music".getBytes(StandardCharsets.UTF_8));
        drop("._a.mid", new byte[] {1});
        drop("pack.zip", zip(List.of("c.mid", "d.mid"), List.of(song(3), song(2))));
        inbox.push(folder);
        Serving serving = serving(inbox, LATER);

        Ledger ledger = serving.sweep().orElseThrow();

        // Four files and two members; the archive around those counts by its members alone.
        assertThat(ledger.files()).isEqualTo(new Ledger.Line(6, 3, 2, 1, 0, 0));
        assertThat(ledger.junk()).isEqualTo(1);
        assertThat(ledger.balances()).isTrue();
        assertThat(lyingThere()).isEmpty();
        assertThat(serving.sweep()).isEmpty();
        assertThat(serving(inbox, LATER).sweep()).isEmpty();
    }

    @Test
    void afterACrashBetweenRecordingAndRemovingNothingIsTakenInTwice() throws Exception {
        drop("once.mid", song(11));
        drop("twice.zip", zip(List.of("e.mid", "f.mid"), List.of(song(12), song(13))));
        inbox.push(folder);
        Serving crashing = serving(new Crashing(inbox), LATER);

        crashing.sweep();
        assertThat(newest().state()).isEqualTo(SessionState.FAILED);
        assertThat(lyingThere()).hasSize(2);
        long crashed = newest().id();
        Ledger ledger = serving(inbox, LATER).sweep().orElseThrow();

        assertThat(newest().id()).isEqualTo(crashed);
        assertThat(newest().state()).isEqualTo(SessionState.COMPLETED);
        assertThat(ledger.files()).isEqualTo(new Ledger.Line(3, 3, 0, 0, 0, 0));
        assertThat(ledger.unchanged()).isZero();
        assertThat(lyingThere()).isEmpty();
    }

    @Test
    void whatHasNotSettledStays() throws Exception {
        drop("fresh.mid", song(21));
        inbox.push(folder);

        assertThat(serving(inbox, () -> Instant.EPOCH).sweep()).isEmpty();
        assertThat(lyingThere()).containsExactly("fresh.mid");

        assertThat(serving(inbox, LATER).sweep().orElseThrow().files().done()).isEqualTo(1);
    }

    @Test
    void whatIsOverwrittenWhileItIsReadIsTakenInByTheNextSweep() throws Exception {
        drop("changing.mid", song(31));
        inbox.push(folder);
        byte[] other = song(32, 33);
        var overwriting =
                new Passing(inbox) {
                    @Override
                    public Optional<InputStream> open(Entry entry) throws Outage {
                        Optional<InputStream> content = super.open(entry);
                        try {
                            drop("changing.mid", other);
                            inbox.push(folder);
                        } catch (IOException | InterruptedException e) {
                            throw new AssertionError(e);
                        }
                        return content;
                    }
                };

        Ledger first = serving(overwriting, LATER).sweep().orElseThrow();
        assertThat(lyingThere()).containsExactly("changing.mid");
        Ledger second = serving(inbox, LATER).sweep().orElseThrow();

        assertThat(first.files().done()).isEqualTo(1);
        assertThat(second.files().done()).isEqualTo(1);
        assertThat(lyingThere()).isEmpty();
    }

    @Test
    void whatHasAKeyThatNobodyCanAskForIsParkedAndTheRestIsTakenIn() throws Exception {
        drop("reachable.mid", song(41));
        inbox.push(folder);
        var unreachable =
                new Mailbox.Entry("up/../there.mid", 30, Instant.EPOCH.plusSeconds(1), "1");
        var holdingBoth =
                new Passing(inbox) {
                    @Override
                    public void eachSettled(Instant before, Visitor visitor)
                            throws IOException, InterruptedException {
                        visitor.visit(unreachable);
                        super.eachSettled(before, visitor);
                    }
                };
        Serving serving = serving(holdingBoth, LATER);

        Ledger ledger = serving.sweep().orElseThrow();

        assertThat(ledger.files()).isEqualTo(new Ledger.Line(2, 1, 0, 0, 1, 0));
        assertThat(serving.sweep()).isEmpty();

        Files.delete(folder.resolve("reachable.mid"));
        drop("there.mid", song(42));
        inbox.push(folder);
        Ledger renamed = serving(inbox, LATER).sweep().orElseThrow();

        assertThat(renamed.files()).isEqualTo(new Ledger.Line(2, 1, 0, 1, 0, 0));
        assertThat(lyingThere()).isEmpty();
    }

    @Test
    void anUnfinishedRunOfAnotherOrderIsNotTouched() throws Exception {
        var other =
                new Order(
                        List.of(folder.toString()),
                        ORDER.stages(),
                        Optional.empty(),
                        "both",
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        DriveWishes.DEFAULT);
        Session unfinished = engine.sessions().open(other);
        engine.sessions().enter(unfinished.id(), SessionState.CANCELLED);

        assertThat(serving(inbox, LATER).sweep()).isEmpty();

        assertThat(engine.sessions().find(unfinished.id()).orElseThrow().state())
                .isEqualTo(SessionState.CANCELLED);
    }

    private static Serving serving(Mailbox mailbox, InstantSource clock) {
        return new Serving(
                engine, ORDER, mailbox, clock, new PrintWriter(Writer.nullWriter(), true));
    }

    private static Session newest() throws Outage {
        return engine.sessions().all().getFirst();
    }

    private static List<String> lyingThere() throws Exception {
        var keys = new ArrayList<String>();
        inbox.eachSettled(LATER.instant(), entry -> keys.add(entry.key()));
        return keys;
    }

    private void drop(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    /** A song of these pitches, one quarter each. */
    private static byte[] song(int... pitches) {
        var track = new ByteArrayOutputStream();
        for (int pitch : pitches) {
            track.writeBytes(new byte[] {0, (byte) 0x90, (byte) pitch, 100});
            track.writeBytes(new byte[] {96, (byte) 0x80, (byte) pitch, 0});
        }
        track.writeBytes(new byte[] {0, (byte) 0xFF, 0x2F, 0});
        var file = new ByteArrayOutputStream();
        file.writeBytes(
                "MThd\0\0\0\6\0\0\0\1\0\140MTrk\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        file.write(track.size());
        file.writeBytes(track.toByteArray());
        return file.toByteArray();
    }

    private static byte[] zip(List<String> names, List<byte[]> contents) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int at = 0; at < names.size(); at++) {
                zip.putNextEntry(new ZipEntry(names.get(at)));
                zip.write(contents.get(at));
            }
        }
        return bytes.toByteArray();
    }

    /** Another mailbox, seen through. */
    private static class Passing implements Mailbox {
        private final Mailbox real;

        Passing(Mailbox real) {
            this.real = real;
        }

        @Override
        public void eachSettled(Instant before, Visitor visitor)
                throws IOException, InterruptedException {
            real.eachSettled(before, visitor);
        }

        @Override
        public boolean isReachable(Entry entry) {
            return real.isReachable(entry);
        }

        @Override
        public Optional<InputStream> open(Entry entry) throws Outage {
            return real.open(entry);
        }

        @Override
        public boolean remove(Entry entry) throws Outage {
            return real.remove(entry);
        }

        @Override
        public boolean setAside(Entry entry) throws Outage {
            return real.setAside(entry);
        }
    }

    private static final class Crashing extends Passing {
        Crashing(Mailbox real) {
            super(real);
        }

        @Override
        public boolean remove(Entry entry) {
            throw new Crash();
        }
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
