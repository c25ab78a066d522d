package crateworks.adapters.postgres;

import static crateworks.adapters.postgres.Samples.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import crateworks.pipeline.port.Lookup;
import crateworks.pipeline.port.UserValues.Field;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LookupTest {
    private final Ports ports = new Ports(TestDatabase.empty());
    private long session;

    @BeforeEach
    void open() throws Exception {
        session = ports.open(Samples.order());
    }

    @Test
    void aFileIsFoundByItsPlaceAndByTheEndOfIt() throws Exception {
        ports.wholeWay(session, "folder/a.mid", 1, 2);
        long copy = ports.find(session, "other/copy.mid").getFirst();
        ports.ingest(session, copy, 1);
        long file = ports.lookup.at(SOURCE + "/folder/a.mid", 9).getFirst();

        assertThat(ports.lookup.at("a.mid", 9)).containsExactly(file);
        assertThat(ports.lookup.at("folder/a.mid", 9)).containsExactly(file);
        assertThat(ports.lookup.at("other/copy.mid", 9)).containsExactly(file);
        assertThat(ports.lookup.at("er/a.mid", 9)).isEmpty();
        assertThat(ports.lookup.at("%", 9)).isEmpty();
    }

    @Test
    void anEntryTellsWhatIsKeptOfAFileAndItsParts() throws Exception {
        ports.wholeWay(session, "a.mid", 1, 2);
        ports.wholeWay(session, "b.mid", 3, 4);
        long file = ports.lookup.at("a.mid", 9).getFirst();
        ports.userValues.set(file, Map.of(Field.BPM, "91"));

        Lookup.Entry entry = ports.lookup.entry(file).orElseThrow();

        assertThat(entry.piece().content()).isEqualTo(Samples.blob(1));
        assertThat(entry.piece().origin().path()).isEqualTo("a.mid");
        assertThat(entry.piece().tags()).isEqualTo(Samples.TAGS);
        assertThat(entry.byHand()).containsExactly(Map.entry(Field.BPM, "91"));
        assertThat(entry.stored()).contains(new Lookup.Stored(7, "Bass", "tag bass", 3));
        assertThat(ports.lookup.entry(123_456_789)).isEmpty();
    }

    @Test
    void aFileThatIsOnItsWayIsAnEntryToo() throws Exception {
        long file = ports.ingest(session, ports.find(session, "a.mid").getFirst(), 1);

        assertThat(ports.lookup.entry(file).orElseThrow().stored()).isEmpty();
        assertThat(ports.lookup.at("a.mid", 9)).isEqualTo(List.of(file));
    }
}
