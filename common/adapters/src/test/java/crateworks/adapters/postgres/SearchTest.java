package crateworks.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.adapters.host.SearchUpkeep;
import crateworks.pipeline.port.LibrarySearch;
import crateworks.pipeline.port.LibrarySearch.Count;
import crateworks.pipeline.port.LibrarySearch.Hit;
import crateworks.pipeline.port.LibrarySearch.Question;
import crateworks.pipeline.port.LibrarySearch.Range;
import crateworks.pipeline.port.UserValues.Field;
import crateworks.pipeline.query.CamelotKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Four files in one library, and questions. */
class SearchTest {
    private static final List<String> NAMES =
            List.of("deep/Bass_Line.mid", "deep/er/kick 50%.mid", "deeper/it's.mid", "<b>.mid");
    private static final List<OptionalDouble> TEMPI =
            List.of(
                    OptionalDouble.of(120),
                    OptionalDouble.of(122.5),
                    OptionalDouble.empty(),
                    OptionalDouble.of(90));

    private final Postgres postgres = TestDatabase.empty();
    private final Ports ports = new Ports(postgres);
    private final PostgresLibrarySearch search = new PostgresLibrarySearch(postgres);
    private final List<Long> files = new ArrayList<>();

    @BeforeEach
    void analyzeFourFiles() throws Exception {
        long session = ports.open(Samples.order());
        List<Long> items = ports.find(session, NAMES.toArray(String[]::new));
        ports.ingest(session, items, 1, 2, 3, 4).forEach(claim -> files.add(claim.file()));
        for (int at = 0; at < 4; at++) {
            ports.analysis.record(
                    List.of(
                            Samples.music(
                                    session,
                                    items.get(at),
                                    files.get(at),
                                    TEMPI.get(at),
                                    at == 3 ? "" : "Am")),
                    List.of(),
                    false);
        }
        assertThat(search.refresh(1_000)).isEqualTo(4);
        assertThat(search.refresh(1_000)).isZero();
    }

    @Test
    void theNewestFilesComeFirstAndPagesFollowEachOther() throws Exception {
        assertThat(found(Question.EVERYTHING)).containsExactly(3, 2, 1, 0);
        List<Hit> page = search.find(Question.EVERYTHING, OptionalLong.of(files.get(2)), 1);
        assertThat(page).extracting(Hit::id).containsExactly(files.get(1));
        Hit hit = page.getFirst();
        assertThat(hit.place()).isEqualTo("/music/deep/er/kick 50%.mid");
        assertThat(hit.tags()).contains("bass", "funk", "minor");
        assertThat(hit.bpm()).hasValue(122.5);
    }

    @Test
    void wordsBeginWordsOfNamesPlacesAndTags() throws Exception {
        assertThat(text("line")).containsExactly(0);
        assertThat(text("DEEP bas")).containsExactly(2, 1, 0);
        assertThat(text("funk kick")).containsExactly(1);
        assertThat(text("50%")).containsExactly(1);
        assertThat(text("it's")).containsExactly(2);
        assertThat(text("nowhere")).isEmpty();
    }

    @Test
    void whatPeopleWriteIsNeverSqlAndNeverAnOperator() throws Exception {
        for (String text : List.of("%", "_", "' or true --", "\\", "a:*|b", "\"", "&", "\0")) {
            assertThat(text(text)).as(text).isEmpty();
        }
        assertThat(search.tags("%", 9)).isEmpty();
        assertThat(search.tags("FU", 9)).hasSize(1);
        assertThat(folder("/music/' or true")).isEmpty();
        assertThat(folder("/music/%")).isEmpty();
    }

    @Test
    void rangesKeysCategoriesAndTagsNarrowTheSearch() throws Exception {
        assertThat(found(with(new Range(OptionalDouble.of(120), OptionalDouble.of(122)))))
                .containsExactly(0);
        assertThat(found(marked(List.of(new CamelotKey(8, true)), List.of(), List.of())))
                .containsExactly(2, 1, 0);
        assertThat(found(marked(new CamelotKey(9, true).compatible(), List.of("Bass"), List.of())))
                .containsExactly(2, 1, 0);
        assertThat(found(marked(List.of(), List.of("Drums"), List.of()))).isEmpty();
        assertThat(found(marked(List.of(), List.of(), List.of("FUNK", "minor")))).hasSize(4);
        assertThat(found(marked(List.of(), List.of(), List.of("fun")))).isEmpty();
    }

    @Test
    void aFolderHoldsWhatLiesInItAtAnyDepth() throws Exception {
        assertThat(folder("/music/deep")).containsExactly(1, 0);
        assertThat(folder("/music/deep/er/")).containsExactly(1);
        assertThat(folder("/music")).hasSize(4);
        assertThat(folder("/mus")).isEmpty();
    }

    @Test
    void whatUsersSetIsFoundOnceItIsRefreshed() throws Exception {
        ports.userValues.set(files.get(2), Map.of(Field.BPM, "121", Field.NAME, "renamed.mid"));
        assertThat(search.counts(Question.EVERYTHING, 9).pending()).isPositive();
        search.refresh(1_000);

        assertThat(text("renamed")).containsExactly(2);
        assertThat(found(with(new Range(OptionalDouble.of(121), OptionalDouble.of(121)))))
                .containsExactly(2);
    }

    @Test
    void aSearchDuringTheUpkeepSeesWhatThatIsAboutToShow() throws Exception {
        ports.userValues.set(files.get(2), Map.of(Field.NAME, "renamed.mid"));
        try (var upkeep = new SearchUpkeep(search);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<List<Integer>> asking = () -> text(upkeep.watching(search), "renamed");
            var asked = new ArrayList<Future<List<Integer>>>();
            postgres.transactions()
                    .run(
                            connection -> {
                                execute(connection, "lock table search_stale");
                                asked.add(threads.submit(asking));
                                awaitTurnTaken(connection);
                                asked.add(threads.submit(asking));
                                return assertThat(asked.getLast())
                                        .failsWithin(Duration.ofMillis(500));
                            });
            for (var each : asked) {
                assertThat(each).succeedsWithin(Duration.ofSeconds(60)).isEqualTo(List.of(2));
            }
        }
    }

    private static void awaitTurnTaken(Connection connection) throws SQLException {
        for (boolean taken = false; !taken; Thread.onSpinWait()) {
            try (var select =
                            connection.prepareStatement(
                                    "select from pg_locks where locktype = 'advisory'"
                                            + " and classid = 5723 and objid = 7");
                    var rows = select.executeQuery()) {
                taken = rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void countsOfEverythingAndOfAQuestionAgree() throws Exception {
        ports.userValues.set(files.get(3), Map.of(Field.CATEGORY, "Drums"));
        search.refresh(1_000);

        var all = search.counts(Question.EVERYTHING, 100);
        assertThat(all.files()).isEqualTo(4);
        assertThat(all.bpm()).containsExactly(count("90"), count("120"), count("122"));
        assertThat(all.camelot()).containsExactly(new Count("8A", 3));
        assertThat(all.categories()).containsExactly(new Count("Bass", 3), new Count("Drums", 1));
        var some =
                search.counts(with(new Range(OptionalDouble.of(1), OptionalDouble.empty())), 100);
        assertThat(some.files()).isEqualTo(3);
        assertThat(some.exact()).isTrue();
        assertThat(some.bpm()).isEqualTo(all.bpm());
        assertThat(search.counts(marked(List.of(), List.of("Bass"), List.of()), 2).exact())
                .isFalse();
    }

    @Test
    void filesOfTheSameMusicAreAlikeAndNearTempiPlayTogether() throws Exception {
        var alike =
                new Question(
                        "",
                        Range.ALL,
                        List.of(),
                        List.of(),
                        List.of(),
                        Range.ALL,
                        Range.ALL,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.of(files.get(0)));
        assertThat(found(alike)).containsExactly(3, 2, 1);
        assertThat(search.playsWith(files.get(0), 9))
                .extracting(Hit::id)
                .containsExactly(files.get(1));
        assertThat(search.playsWith(files.get(2), 9)).isEmpty();
    }

    private static Count count(String value) {
        return new Count(value, 1);
    }

    private List<Integer> text(String text) throws Exception {
        return text(search, text);
    }

    private List<Integer> text(LibrarySearch asked, String text) throws Exception {
        return found(
                asked,
                new Question(
                        text,
                        Range.ALL,
                        List.of(),
                        List.of(),
                        List.of(),
                        Range.ALL,
                        Range.ALL,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty()));
    }

    private List<Integer> folder(String folder) throws Exception {
        return found(
                new Question(
                        "",
                        Range.ALL,
                        List.of(),
                        List.of(),
                        List.of(),
                        Range.ALL,
                        Range.ALL,
                        Optional.of(folder),
                        Optional.empty(),
                        OptionalLong.empty()));
    }

    private static Question with(Range bpm) {
        return new Question(
                "",
                bpm,
                List.of(),
                List.of(),
                List.of(),
                new Range(OptionalDouble.of(16), OptionalDouble.of(16)),
                new Range(OptionalDouble.of(1), OptionalDouble.empty()),
                Optional.empty(),
                Optional.of(false),
                OptionalLong.empty());
    }

    private static Question marked(
            List<CamelotKey> keys, List<String> categories, List<String> tags) {
        return new Question(
                "",
                Range.ALL,
                keys,
                categories,
                tags,
                Range.ALL,
                Range.ALL,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty());
    }

    private List<Integer> found(Question question) throws Exception {
        return found(search, question);
    }

    private List<Integer> found(LibrarySearch asked, Question question) throws Exception {
        return asked.find(question, OptionalLong.empty(), 100).stream()
                .map(hit -> files.indexOf(hit.id()))
                .toList();
    }
}
