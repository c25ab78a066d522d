package crateworks.adapters.postgres;

import static crateworks.adapters.postgres.Samples.DRIVE;
import static crateworks.adapters.postgres.Samples.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import crateworks.pipeline.port.DriveMoves.Move;
import crateworks.pipeline.port.DriveMoves.Named;
import crateworks.pipeline.port.DrivePlans.Placement;
import crateworks.pipeline.port.Exporting.Place;
import crateworks.pipeline.port.Exporting.Placed;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Renaming.Change;
import crateworks.pipeline.port.Renaming.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RenamingTest {
    private final Postgres postgres = TestDatabase.empty();
    private final Ports ports = new Ports(postgres);
    private final PostgresRenaming renaming = new PostgresRenaming(postgres);
    private final PostgresDriveMoves moves = new PostgresDriveMoves(postgres);
    private long session;
    private long item;
    private long file;

    @BeforeEach
    void analyzeOneFile() throws Exception {
        session = ports.open(Samples.order(List.of(SOURCE), Optional.of(DRIVE)));
        item = ports.wholeWay(session, "a.mid", 1, 1);
        file = subjects(Optional.empty()).getFirst().file();
    }

    @Test
    void aRunIsUndoneToTheNameBeforeAndOnlyOnce() throws Exception {
        long first = renaming.begin("{key}");
        renaming.apply(first, List.of(new Change(file, item, "safe_a.mid", "One.mid")));
        renaming.apply(first, List.of(new Change(file, item, "safe_a.mid", "One.mid")));
        long second = renaming.begin("{bpm}");
        renaming.apply(second, List.of(new Change(file, item, "One.mid", "Two.mid")));
        assertThat(now()).isEqualTo("Two.mid");

        assertThat(renaming.undo(second)).contains(1L);
        assertThat(now()).isEqualTo("One.mid");
        assertThat(renaming.undo(second)).isEmpty();
        assertThat(renaming.undo(first)).contains(1L);
        assertThat(now()).isEqualTo("safe_a.mid");
        assertThat(renaming.undo(99)).isEmpty();
    }

    @Test
    void whatWasNamedAgainSinceIsNotUndone() throws Exception {
        long first = renaming.begin("{key}");
        renaming.apply(first, List.of(new Change(file, item, "safe_a.mid", "One.mid")));
        long second = renaming.begin("{bpm}");
        renaming.apply(second, List.of(new Change(file, item, "One.mid", "Two.mid")));

        assertThat(renaming.undo(first)).contains(0L);
        assertThat(now()).isEqualTo("Two.mid");
    }

    @Test
    void subjectsAreChosenByAConditionAndTellWhatIsKnown() throws Exception {
        assertThat(subjects(Optional.of("key = C"))).isEmpty();
        Subject subject = subjects(Optional.of("key = Am")).getFirst();
        assertThat(subject.base()).isEqualTo("safe_a.mid");
        assertThat(subject.key()).contains("Am");
        assertThat(subject.tags()).contains("bass", "funk");
    }

    @Test
    void aMoveIsRecordedBeforeAndAfterItIsDone() throws Exception {
        ports.plans.place(DRIVE, List.of(new Placement(file, "x/a.mid")));
        ports.exporting.record(
                List.of(new Placed(session, item, file, DRIVE, "x/a.mid", Samples.hash(1), 10)),
                List.of());
        var move = new Move(file, "x/a.mid", "x/b.mid");

        moves.intend(DRIVE, List.of(move));
        moves.intend(DRIVE, List.of(move));
        assertThat(moves.underWay(DRIVE)).containsExactly(move);
        assertThat(ports.plans.taken(DRIVE, "x")).containsExactly("b.mid");
        moves.done(DRIVE, List.of(move));

        assertThat(moves.underWay(DRIVE)).isEmpty();
        assertThat(ports.exporting.places(DRIVE, List.of(file)))
                .isEqualTo(Map.of(file, new Place("x/b.mid", true)));
        var named = new ArrayList<Named>();
        moves.eachNamed(DRIVE, named::add);
        assertThat(named)
                .containsExactly(new Named(file, "x/b.mid", Samples.hash(1).hex(), "safe_a.mid"));
    }

    private String now() throws Outage {
        return subjects(Optional.empty()).getFirst().now();
    }

    private List<Subject> subjects(Optional<String> where) throws Outage {
        var subjects = new ArrayList<Subject>();
        renaming.eachSubject(where, subjects::add);
        return subjects;
    }
}
