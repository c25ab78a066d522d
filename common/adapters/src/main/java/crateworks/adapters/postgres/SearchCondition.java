package crateworks.adapters.postgres;

import crateworks.pipeline.port.LibrarySearch.Question;
import crateworks.pipeline.port.LibrarySearch.Range;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a question asks of a row of {@code search s}, as an expression and its parameters. */
final class SearchCondition {
    /** Categories stand in {@code marks} as -100 less their number, keys as less their code. */
    static final int CATEGORY_MARK = -100;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int WORDS_MAX = 10;

    /** Tags that a word may begin, and folders that are looked into one by one. */
    private static final int FEW = 1_000;

    private static final String TAGS_BEGINNING =
            "select id from tag where lower(term) like ? || '%' or lower(term) like '% ' || ? || '%'"
                    + " limit "
                    + FEW;
    private static final String TAGS_NAMED = "select id from tag where lower(term) = ?";
    private static final String CATEGORIES =
            "select " + CATEGORY_MARK + " - id from search_category where category = any(?)";
    private static final String FOLDERS =
            """
            select d.id from search_folder d where md5(d.path) = md5(?) and d.path = ?
                or left(d.path, 500) like ? and starts_with(d.path, ?)
                or left(d.path, 500) like ? and starts_with(d.path, ?)""";

    /** A value for a question mark. */
    private sealed interface Value {
        record Fraction(double number) implements Value {}

        record Text(String text) implements Value {}

        record Flag(boolean flag) implements Value {}

        record Whole(long number) implements Value {}

        record Numbers(List<Integer> numbers) implements Value {}
    }

    private final Connection connection;
    private final List<String> tests = new ArrayList<>();
    private final List<Value> values = new ArrayList<>();

    private SearchCondition(Connection connection) {
        this.connection = connection;
    }

    /** The condition; looks up what tags, categories and folders are called in the tables. */
    static SearchCondition of(Connection connection, Question question) throws SQLException {
        var condition = new SearchCondition(connection);
        condition.range("s.bpm", question.bpm());
        condition.wholeRange("s.bars", question.bars());
        condition.range("s.seconds", question.seconds());
        if (!question.keys().isEmpty()) {
            condition.marked(question.keys().stream().map(key -> -key.code()).toList());
        }
        if (!question.categories().isEmpty()) {
            condition.marked(condition.numbers(CATEGORIES, question.categories()));
        }
        for (String tag : question.tags()) {
            condition.marked(condition.numbers(TAGS_NAMED, tag.toLowerCase(Locale.ROOT)));
        }
        condition.text(question.text());
        if (question.folder().isPresent()) {
            condition.folder(question.folder().get());
        }
        question.part().ifPresent(part -> condition.test("s.part = ?", new Value.Flag(part)));
        if (question.alike().isPresent()) {
            var file = new Value.Whole(question.alike().getAsLong());
            condition.test(
                    """
                    s.file in (select x.file from musical_metadata x where x.fingerprint =
                        (select y.fingerprint from musical_metadata y where y.file = ?))\
                     and s.file <> ?""",
                    file,
                    file);
        }
        return condition;
    }

    boolean isEmpty() {
        return tests.isEmpty();
    }

    String sql() {
        return tests.isEmpty() ? "true" : String.join(" and ", tests);
    }

    /** Binds its parameters from number {@code first} on; returns the next number. */
    int bind(PreparedStatement statement, int first) throws SQLException {
        return bind(statement, first, values);
    }

    private int bind(PreparedStatement statement, int first, List<Value> bound)
            throws SQLException {
        int at = first;
        for (Value value : bound) {
            switch (value) {
                case Value.Fraction(double number) -> statement.setDouble(at++, number);
                case Value.Text(String text) -> statement.setString(at++, StorableText.of(text));
                case Value.Flag(boolean flag) -> statement.setBoolean(at++, flag);
                case Value.Whole(long number) -> statement.setLong(at++, number);
                case Value.Numbers(var numbers) ->
                        statement.setArray(
                                at++, connection.createArrayOf("int4", numbers.toArray()));
            }
        }
        return at;
    }

    private void test(String test, Value... bound) {
        tests.add(test);
        values.addAll(Arrays.asList(bound));
    }

    private void range(String column, Range range) {
        if (range.least().isPresent()) {
            test(column + " >= ?", new Value.Fraction(range.least().getAsDouble()));
        }
        if (range.most().isPresent()) {
            test(column + " <= ?", new Value.Fraction(range.most().getAsDouble()));
        }
    }

    /** The same for whole numbers, so that an index over such is of use. */
    private void wholeRange(String column, Range range) {
        if (range.least().isPresent()) {
            double least = Math.ceil(range.least().getAsDouble());
            test(column + " >= ?", new Value.Whole((long) least));
        }
        if (range.most().isPresent()) {
            double most = Math.floor(range.most().getAsDouble());
            test(column + " <= ?", new Value.Whole((long) most));
        }
    }

    /** One of {@code marks}, of which none is known when it is empty. */
    private void marked(List<Integer> marks) {
        if (marks.isEmpty()) {
            test("false");
            return;
        }
        test("s.marks && ?", new Value.Numbers(marks));
    }

    private void text(String text) throws SQLException {
        if (text.isBlank()) {
            return;
        }
        List<String> words =
                BETWEEN_WORDS
                        .splitAsStream(text.toLowerCase(Locale.ROOT))
                        .filter(word -> !word.isEmpty())
                        .limit(WORDS_MAX)
                        .toList();
        if (words.isEmpty()) {
            test("false");
        }
        for (String word : words) {
            // A single letter begins half of all words.
            String lexeme = "'" + word + "'" + (word.length() > 1 ? ":*" : "");
            List<Integer> tags =
                    word.length() > 1 ? numbers(TAGS_BEGINNING, word, word) : List.of();
            if (tags.isEmpty()) {
                test("s.words @@ ?::tsquery", new Value.Text(lexeme));
            } else {
                test(
                        "(s.words @@ ?::tsquery or s.marks && ?)",
                        new Value.Text(lexeme),
                        new Value.Numbers(tags));
            }
        }
    }

    private void folder(String folder) throws SQLException {
        String path = folder.replaceFirst("/+$", "");
        Value[] bound = {
            new Value.Text(path),
            new Value.Text(path),
            new Value.Text(prefix(path + "/")),
            new Value.Text(path + "/"),
            new Value.Text(prefix(path + "!/")),
            new Value.Text(path + "!/")
        };
        List<Integer> few = few(bound);
        if (few.size() <= FEW) {
            test("s.folder = any(?)", new Value.Numbers(few));
        } else {
            test("s.folder in (" + FOLDERS + ")", bound);
        }
    }

    private List<Integer> few(Value[] bound) throws SQLException {
        try (var select = connection.prepareStatement(FOLDERS + " limit " + (FEW + 1))) {
            bind(select, 1, Arrays.asList(bound));
            return numbers(select);
        }
    }

    /** What the index over the beginnings of paths is asked for. */
    private static String prefix(String below) {
        String beginning = below.substring(0, Math.min(below.length(), 500));
        return beginning.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private List<Integer> numbers(String sql, String... texts) throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            for (int at = 0; at < texts.length; at++) {
                select.setString(at + 1, StorableText.of(texts[at]));
            }
            return numbers(select);
        }
    }

    private List<Integer> numbers(String sql, List<String> texts) throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            Object[] storable = texts.stream().map(StorableText::of).toArray();
            select.setArray(1, connection.createArrayOf("text", storable));
            return numbers(select);
        }
    }

    private static List<Integer> numbers(PreparedStatement select) throws SQLException {
        var numbers = new ArrayList<Integer>();
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                numbers.add(rows.getInt(1));
            }
        }
        return numbers;
    }

    /** For people who look at plans. */
    @Override
    public String toString() {
        return sql()
                + values.stream().map(String::valueOf).collect(Collectors.joining(", ", " [", "]"));
    }
}
