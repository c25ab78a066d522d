package crateworks.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.pipeline.message.Found;
import crateworks.pipeline.port.Discoveries.End;
import crateworks.pipeline.port.Discoveries.Seen;
import crateworks.pipeline.port.Discoveries.Sighting;
import crateworks.pipeline.session.Ledger.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiscoveriesTest {
    private final Ports ports = new Ports(TestDatabase.empty());
    private long session;

    @BeforeEach
    void open() throws Exception {
        session = ports.open(Samples.order());
    }

    @Test
    void itemsAreNumberedInTheOrderOfTheirSightings() throws Exception {
        var paths = new String[1_000];
        for (int at = 0; at < paths.length; at++) {
            paths[at] = "z" + (7_919 * at) % 1_000;
        }
        assertThat(ports.find(session, paths)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void onlyAPlaceWithAnotherSizeOrTimeIsNew() throws Exception {
        var first = Samples.sighting("a");
        var touched =
                new Sighting(
                        first.origin(), 0, first.size(), 5, Optional.empty(), Optional.empty());
        var grown =
                new Sighting(
                        first.origin(), 0, 9, first.modified(), Optional.empty(), Optional.empty());
        var sameName =
                new Sighting(
                        first.origin(),
                        1,
                        first.size(),
                        first.modified(),
                        Optional.empty(),
                        Optional.empty());
        ports.discoveries.record(session, List.of(first, sameName));

        assertThat(ports.discoveries.seen(session, List.of(touched, first, grown, sameName)))
                .containsExactly(
                        Seen.NEVER, Seen.IN_THIS_SESSION, Seen.NEVER, Seen.IN_THIS_SESSION);
        long next = ports.open(Samples.order(List.of("/music", "/more"), Optional.empty()));
        assertThat(ports.discoveries.seen(next, List.of(first))).containsExactly(Seen.EARLIER);
        assertThat(ports.discoveries.record(session, List.of(touched, first, grown, touched)))
                .extracting(OptionalLong::isPresent)
                .containsExactly(true, false, true, false);
        assertThat(ports.discoveries.seen(session, List.of())).isEmpty();
    }

    @Test
    void anArchiveThatFailedIsLookedAtAgainUnderItsNumber() throws Exception {
        var failed = Samples.sighting("a.zip", Optional.of(new End.Parked("SCRATCH_FULL", "Full")));
        var opened = Samples.sighting("a.zip", Optional.of(new End.Opened()));
        long item = ports.discoveries.record(session, List.of(failed)).getFirst().orElseThrow();
        assertThat(ports.discoveries.seen(session, List.of(failed))).containsExactly(Seen.NEVER);

        long next = ports.open(Samples.order(List.of("/music", "/more"), Optional.empty()));
        assertThat(ports.discoveries.record(next, List.of(failed)))
                .containsExactly(OptionalLong.of(item));
        assertThat(ports.catalog.failures(true, 10))
                .singleElement()
                .satisfies(failure -> assertThat(failure.attempts()).isEqualTo(2));
        ports.discoveries.record(next, List.of(opened));

        assertThat(ports.discoveries.seen(next, List.of(failed)))
                .containsExactly(Seen.IN_THIS_SESSION);
        assertThat(ports.conservation.holdsAtRest(next).files()).isEqualTo(Line.NONE);
        assertThat(ports.conservation.holdsAtRest(session).files()).isEqualTo(Line.NONE);
    }

    @Test
    void aFileThatFailedAndNowGoesOnIsFoundAgain() throws Exception {
        var failed = Samples.sighting("a.mid", Optional.of(new End.Parked("UNREADABLE", "Mode")));
        ports.discoveries.record(session, List.of(failed));

        var item = ports.discoveries.record(session, List.of(Samples.sighting("a.mid")));

        assertThat(
                        ports.requeue
                                .inFlight(session, crateworks.pipeline.StageName.INGEST, 0, 9)
                                .messages())
                .singleElement()
                .satisfies(
                        found -> assertThat(found.item()).isEqualTo(item.getFirst().orElseThrow()));
        assertThat(ports.conservation.holds(session).files()).isEqualTo(new Line(1, 0, 0, 0, 0, 1));
    }

    @Test
    void namesThatPostgresCannotHoldAreKeptAsFarAsPossible() throws Exception {
        var nul = Samples.sighting("nul \u0000 and half \uD83C of a pair");
        var pair = Samples.member("whole \uD83C\uDFB9.zip", "\u0000", 4);
        ports.discoveries.record(session, List.of(nul, pair));

        assertThat(ports.discoveries.seen(session, List.of(nul, pair)))
                .containsOnly(Seen.IN_THIS_SESSION);
        var found = ports.requeue.inFlight(session, crateworks.pipeline.StageName.INGEST, 0, 9);
        assertThat(found.messages().stream().map(Found.class::cast).map(Found::origin))
                .extracting(origin -> origin.path() + "|" + origin.member())
                .containsExactly(
                        "nul \uFFFD and half \uFFFD of a pair|", "whole \uD83C\uDFB9.zip|\uFFFD");
        assertThat(((Found) found.messages().get(1)).content()).contains(Samples.blob(4));
    }

    @Test
    void aHundredThousandUnchangedFilesAreAllSeen() throws Exception {
        var all = new ArrayList<Sighting>();
        for (int at = 0; at < 100_000; at++) {
            all.add(Samples.sighting("folder " + at / 500 + "/file " + at));
        }
        for (int at = 0; at < all.size(); at += 2_000) {
            ports.discoveries.record(session, all.subList(at, at + 2_000));
        }
        int seen = 0;
        for (int at = 0; at < all.size(); at += 2_000) {
            for (Seen each : ports.discoveries.seen(session, all.subList(at, at + 2_000))) {
                seen += each == Seen.NEVER ? 0 : 1;
            }
        }
        assertThat(seen).isEqualTo(all.size());
    }
}
