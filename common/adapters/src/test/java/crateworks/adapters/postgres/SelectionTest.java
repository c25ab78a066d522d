package crateworks.adapters.postgres;

import static crateworks.adapters.postgres.Samples.DRIVE;
import static crateworks.adapters.postgres.Samples.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Origin;
import crateworks.pipeline.port.DriveExcess;
import crateworks.pipeline.port.DrivePlans.Group;
import crateworks.pipeline.port.DrivePlans.LeftBehind;
import crateworks.pipeline.port.DrivePlans.Placement;
import crateworks.pipeline.port.Exporting;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Renditions;
import crateworks.pipeline.query.Field;
import crateworks.pipeline.session.DriveShape;
import crateworks.pipeline.session.DriveWishes;
import crateworks.pipeline.session.Order;
import crateworks.pipeline.session.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Six files in one library, and runs that choose among them. */
class SelectionTest {
    private static final List<OptionalDouble> TEMPI =
            List.of(
                    OptionalDouble.of(82),
                    OptionalDouble.of(87),
                    OptionalDouble.of(92.5),
                    OptionalDouble.of(88),
                    OptionalDouble.empty(),
                    OptionalDouble.of(122));
    private static final List<String> KEYS = List.of("Am", "C", "Am", "F#m", "", "C");
    private static final List<String> NAMES =
            List.of("a%.mid", "b_x.mid", "c.mid", "d.mid", "e.mid", "f.mid");

    private final Postgres postgres = TestDatabase.empty();
    private final Ports ports = new Ports(postgres);
    private final List<Long> files = new ArrayList<>();
    private final List<Long> items = new ArrayList<>();

    @BeforeEach
    void analyzeSixFiles() throws Exception {
        long session = ports.open(Samples.order(List.of(SOURCE), Optional.empty()));
        items.addAll(ports.find(session, NAMES.toArray(String[]::new)));
        ports.ingest(session, items, 1, 2, 3, 4, 5, 6).forEach(claim -> files.add(claim.file()));
        for (int at = 0; at < 6; at++) {
            long item = items.get(at);
            long file = files.get(at);
            ports.naming.record(List.of(Samples.name(item, file, NAMES.get(at))));
            var row = Samples.music(session, item, file, TEMPI.get(at), KEYS.get(at));
            ports.analysis.record(List.of(row), List.of(), false);
        }
    }

    @Test
    void aConditionChoosesAndWhatIsNotKnownFulfilsNone() throws Exception {
        assertThat(chosen("bpm between 85 and 95 and key in (Am, C) and category = bass"))
                .containsExactly("b_x.mid", "c.mid");
        assertThat(chosen("bpm < 85 or bpm > 100")).containsExactly("a%.mid", "f.mid");
        assertThat(chosen("not bpm < 85")).hasSize(5).contains("e.mid");
        assertThat(chosen("bpm is not known")).containsExactly("e.mid");
        assertThat(chosen("key = Gbm")).containsExactly("d.mid");
        assertThat(chosen("progression = i-VI and progression contains vi")).hasSize(6);
        assertThat(chosen("progression = i-VI-III")).isEmpty();
        assertThat(chosen("key is known and key != Am")).hasSize(3);
        assertThat(chosen("name like ?.mid and path contains /music/c")).containsExactly("c.mid");
    }

    @Test
    void tagsAreTrueWhenOneOfThemIs() throws Exception {
        assertThat(chosen("tag = FUNK and tag = bass and tag = minor")).hasSize(6);
        assertThat(chosen("tag = nothing or genre = bass")).isEmpty();
        assertThat(chosen("genre in (funk, soul) and tag like b?ss")).hasSize(6);
        assertThat(chosen("tag not in (minor)")).isEmpty();
    }

    @Test
    void whatUsersWriteIsNeverSqlAndNoPatternButStarsAndQuestionMarks() throws Exception {
        assertThat(chosen("name = \"x') or true --\"")).isEmpty();
        assertThat(chosen("name contains %")).containsExactly("a%.mid");
        assertThat(chosen("name contains _")).containsExactly("b_x.mid");
        assertThat(chosen("name like \"\\\\\"")).isEmpty();
    }

    @Test
    void everyFieldCanBeAskedFor() throws Exception {
        for (Field field : Field.values()) {
            String value =
                    switch (field.kind()) {
                        case NUMBER -> " >= 0";
                        case KEY -> " = Am";
                        case TEXT, TAGS -> " like *";
                    };
            assertThat(chosen(field.word() + value + " or " + field.word() + " is known"))
                    .as(field.word())
                    .isNotEmpty();
        }
    }

    @Test
    void theBestAreChosenAndAPlanThatWasInterruptedGoesOn() throws Exception {
        Selection three = selection(Optional.empty(), 3, 0);
        long session = open(three);
        List<Waiting> all = waiting(session);
        assertThat(all).hasSize(3).extracting(Waiting::name).doesNotContain("e.mid");
        assertThat(ports.plans.room(session, DRIVE, 4096)).extracting("files").isEqualTo(3L);

        ports.plans.place(DRIVE, List.of(new Placement(all.get(1).file(), "x.mid")));
        assertThat(waiting(session)).containsExactly(all.get(0), all.get(2));
        assertThat(ports.plans.room(session, DRIVE, 4096)).extracting("files").isEqualTo(3L);
        ports.plans.place(DRIVE, List.of(new Placement(all.get(0).file(), "y.mid")));
        ports.plans.place(DRIVE, List.of(new Placement(all.get(2).file(), "z.mid")));
        assertThat(waiting(session)).isEmpty();

        assertThat(ports.plans.waive(session, DRIVE)).isEqualTo(3);
        assertThat(ports.plans.leftBehind(session, DRIVE)).isEqualTo(new LeftBehind(3, 0));
        assertThat(ports.waiting(session, StageName.EXPORT)).hasSize(3);
        ports.conservation.holds(session);
    }

    @Test
    void whatHasNoNoteStaysInTheLibrary() throws Exception {
        TestDatabase.execute("update file set notes = 0 where id = " + files.get(2));
        long session = open(Selection.EVERYTHING);
        assertThat(waiting(session)).extracting(Waiting::name).hasSize(5).doesNotContain("c.mid");

        lie(0, 1, 2);
        assertThat(excess(Selection.EVERYTHING)).containsExactly("2.mid");
        assertThat(ports.waiting(open(Selection.EVERYTHING), StageName.EXPORT)).hasSize(3);
    }

    @Test
    void aKeyThatIsHardlySureMakesNoFolderAndStandsInNoName() throws Exception {
        TestDatabase.execute(
                "update musical_metadata set key_confidence = 0.29 where file = " + files.get(2));
        long session = open(Selection.EVERYTHING);

        assertThat(ports.plans.groups(session, DRIVE))
                .extracting(Group::tempoFrom, Group::key)
                .contains(tuple(90, ""), tuple(120, "C"));
        var named = new ArrayList<Optional<String>>();
        new PostgresRenaming(postgres)
                .eachSubject(Optional.of("name = c.mid"), subject -> named.add(subject.key()));
        assertThat(named).containsExactly(Optional.empty());
        assertThat(chosen("key = Am")).contains("c.mid");
    }

    @Test
    void aFolderTakesItsBestAndCountsWhatLiesThere() throws Exception {
        Selection one = selection(Optional.empty(), 100, 1);
        long session = open(one);
        assertThat(ports.plans.groups(session, DRIVE))
                .extracting(Group::tempoFrom)
                .containsExactly(0, 80, 90, 120);

        ports.plans.place(DRIVE, List.of(new Placement(files.get(3), "d.mid")));
        assertThat(ports.plans.groups(session, DRIVE))
                .extracting(Group::tempoFrom)
                .containsExactly(0, 90, 120);
    }

    @Test
    void ofNearDuplicatesTheBestGoesAndNoneWhereOneLiesAlready() throws Exception {
        var once =
                new Selection(
                        Optional.empty(),
                        OptionalLong.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        false);
        long session = open(once);
        assertThat(waiting(session)).hasSize(1).extracting(Waiting::name).doesNotContain("e.mid");

        ports.plans.place(DRIVE, List.of(new Placement(files.get(4), "e.mid")));
        assertThat(waiting(session)).isEmpty();

        ports.plans.waive(session, DRIVE);
        var lies =
                new Exporting.Placed(
                        session, items.get(4), files.get(4), DRIVE, "e.mid", Samples.hash(5), 10);
        ports.exporting.record(List.of(lies), List.of());
        assertThat(ports.waiting(open(once), StageName.EXPORT)).isEmpty();
        assertThat(ports.waiting(open(Selection.EVERYTHING), StageName.EXPORT)).hasSize(5);
    }

    @Test
    void whatADriveHasEnoughOfIsNotBroughtBackForIt() throws Exception {
        lie(3, 1);
        assertThat(ports.waiting(open(selection(Optional.empty(), 2, 0)), StageName.EXPORT))
                .isEmpty();
        assertThat(ports.waiting(open(selection(Optional.empty(), 100, 1)), StageName.EXPORT))
                .as("of the tempi from 80 to 89 one lies there, and is all that may")
                .hasSize(3);
    }

    @Test
    void whatASelectionLeavesOutOfADriveIsExcessWithWhatWasMadeOfIt() throws Exception {
        lie(0, 1, 2, 5);
        make("pattern", 1, "P/b.mpcpattern");
        make("pack", 1, "Expansions/A/b.mpcpattern");
        make("pack", 2, "Expansions/A/c.mpcpattern");
        make("pack", 5, "Expansions/F/f.mpcpattern");
        ports.renditions.record(
                DRIVE,
                List.of(
                        made("pack base", OptionalLong.empty(), "Expansions/A/Expansion.xml"),
                        made("pack base", OptionalLong.empty(), "Expansions/F/Expansion.xml")));
        assertThat(excess(selection(Optional.of("key = Am"), 100, 0)))
                .containsExactly(
                        "1.mid",
                        "5.mid",
                        "Expansions/A/b.mpcpattern",
                        "Expansions/F/Expansion.xml",
                        "Expansions/F/f.mpcpattern",
                        "P/b.mpcpattern");
        assertThat(excess(selection(Optional.empty(), 100, 0))).isEmpty();
        assertThat(
                        excess(selection(Optional.empty(), 100, 1)).stream()
                                .filter(this::isOfTheLibrary))
                .hasSize(1);
        assertThat(excess(selection(Optional.empty(), 3, 0)).stream().filter(this::isOfTheLibrary))
                .hasSize(1);
        assertThat(excess(Selection.STANDARD).stream().filter(this::isOfTheLibrary))
                .as("they sound alike")
                .hasSize(3);

        ports.excess.forget(DRIVE, List.of("1.mid", "P/b.mpcpattern"));
        assertThat(excess(selection(Optional.of("bpm > 1000"), 100, 0)))
                .contains("0.mid", "Expansions/A/Expansion.xml", "Expansions/A/c.mpcpattern")
                .doesNotContain("1.mid", "P/b.mpcpattern");
    }

    private boolean isOfTheLibrary(String path) {
        return path.endsWith(".mid");
    }

    private List<String> excess(Selection selection) throws Outage {
        return ports.excess.of(DRIVE, selection).stream().map(DriveExcess.Lying::path).toList();
    }

    /** Writes files to the drive, each under its number. */
    private void lie(int... numbers) throws Outage {
        long session = open(Selection.EVERYTHING);
        for (int at : numbers) {
            String path = at + ".mid";
            ports.plans.place(DRIVE, List.of(new Placement(files.get(at), path)));
            var lies =
                    new Exporting.Placed(
                            session,
                            items.get(at),
                            files.get(at),
                            DRIVE,
                            path,
                            Samples.hash(at + 1),
                            10);
            ports.exporting.record(List.of(lies), List.of());
        }
    }

    private void make(String tree, int number, String path) throws Outage {
        ports.renditions.record(
                DRIVE, List.of(made(tree, OptionalLong.of(files.get(number)), path)));
    }

    private static Renditions.Made made(String tree, OptionalLong file, String path) {
        return new Renditions.Made(tree, file, path, "", Samples.hash(9), 10);
    }

    private record Waiting(long file, String name) {}

    private List<String> chosen(String where) throws Outage {
        return waiting(open(selection(Optional.of(where), 100, 0))).stream()
                .map(Waiting::name)
                .sorted()
                .toList();
    }

    private static Selection selection(Optional<String> where, long filesMax, int folderMax) {
        return new Selection(
                where,
                OptionalLong.of(filesMax),
                folderMax == 0 ? OptionalInt.empty() : OptionalInt.of(folderMax),
                OptionalInt.empty(),
                true);
    }

    /** A run over the library, led to where its drive is planned. */
    private long open(Selection selection) throws Outage {
        long session =
                ports.open(
                        new Order(
                                List.of(Origin.LIBRARY),
                                List.of(StageName.values()),
                                Optional.of(DRIVE),
                                "both",
                                Optional.empty(),
                                OptionalLong.empty(),
                                Optional.empty(),
                                new DriveWishes(false, selection, DriveShape.STANDARD)));
        ports.requeue.reopenForDrive(session, List.of(Origin.LIBRARY), DRIVE);
        return session;
    }

    private List<Waiting> waiting(long session) throws Outage {
        var waiting = new ArrayList<Waiting>();
        ports.plans.eachWaiting(
                session, DRIVE, file -> waiting.add(new Waiting(file.file(), file.name())));
        return waiting;
    }
}
