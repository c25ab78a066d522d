package crateworks.adapters.postgres;

import crateworks.pipeline.query.Condition;
import crateworks.pipeline.query.Field;
import crateworks.pipeline.session.Selection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A condition as SQL, for statements in which {@code file} is {@code f} and its analysis {@code m}.
 * What users wrote is in the parameters only. What is not known fulfils no test, and so every
 * negated one.
 */
final class ConditionSql {
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    private ConditionSql() {}

    /** What a selection asks of each file, if anything. */
    static Optional<ConditionSql> of(Selection selection) {
        return selection.where().map(Condition::parse).map(ConditionSql::of);
    }

    static ConditionSql of(Condition condition) {
        var made = new ConditionSql();
        made.add(condition);
        return made;
    }

    private static final String DEGREES =
            """
            array_to_string(array(select json_array_elements_text(m.details -> 'romans')), '-')""";

    /** An expression that is true or false, never null. */
    String sql() {
        return sql.toString();
    }

    int parameters() {
        return parameters.size();
    }

    /** Binds its parameters from number {@code first} on; returns the next number. */
    int bind(PreparedStatement statement, int first) throws SQLException {
        int at = first;
        for (Object parameter : parameters) {
            switch (parameter) {
                case Double number -> statement.setDouble(at++, number);
                case String text -> statement.setString(at++, StorableText.of(text));
                default -> throw new IllegalStateException("no parameter: " + parameter);
            }
        }
        return at;
    }

    private void add(Condition condition) {
        switch (condition) {
            case Condition.And(var parts) -> addJoined(parts, " and ");
            case Condition.Or(var parts) -> addJoined(parts, " or ");
            case Condition.Not(var inner) -> {
                sql.append("not ");
                add(inner);
            }
            case Condition.Compared(var field, var comparison, double value) ->
                    addTest(column(field) + " " + comparison.sign() + " ?", value);
            case Condition.Between(var field, double low, double high) ->
                    addTest(column(field) + " between ? and ?", low, high);
            case Condition.OneOf(var field, var values) -> {
                String marks =
                        values.stream().map(_ -> "lower(?)").collect(Collectors.joining(", "));
                addTest(about(field, "in (" + marks + ")"), values.toArray());
            }
            case Condition.Like(var field, var pattern) ->
                    addTest(about(field, "like lower(?)"), pattern(pattern));
            case Condition.Known(var field) -> addTest(known(field));
        }
    }

    private void addJoined(List<Condition> parts, String joint) {
        sql.append('(');
        for (int at = 0; at < parts.size(); at++) {
            sql.append(at == 0 ? "" : joint);
            add(parts.get(at));
        }
        sql.append(')');
    }

    private void addTest(String test, Object... values) {
        sql.append("coalesce(").append(test).append(", false)");
        parameters.addAll(List.of(values));
    }

    private static String about(Field field, String test) {
        return field.kind() == Field.Kind.TAGS
                ? "(f.tags || m.tags) && array(select t.id from tag t where "
                        + (field == Field.GENRE ? "lower(t.category) = 'genre' and " : "")
                        + "lower(t.term) "
                        + test
                        + ")"
                : "lower(" + column(field) + ") " + test;
    }

    private static String known(Field field) {
        return switch (field.kind()) {
            case NUMBER -> column(field) + " is not null";
            case TEXT, KEY -> column(field) + " <> ''";
            case TAGS ->
                    "(f.tags || m.tags) && array(select t.id from tag t where "
                            + (field == Field.GENRE ? "lower(t.category) = 'genre'" : "true")
                            + ")";
        };
    }

    private static String column(Field field) {
        return switch (field) {
            case BPM -> "m.bpm";
            case BARS -> "m.bars";
            case NOTES -> "m.notes";
            case SECONDS -> "(m.duration_micros / 1e6)";
            case QUALITY -> Library.QUALITY;
            case KEY -> "m.key_name";
            case MODE -> "m.mode";
            case CAMELOT -> "m.camelot";
            case METER -> "m.meter";
            case CATEGORY -> "m.category";
            case ROLE -> "coalesce(nullif(m.role, ''), m.family)";
            case KIND ->
                    "(case when exists (select from track_split p where p.item = f.first_item)"
                            + " then 'part' else 'song' end)";
            case NAME -> "(" + Library.NAME + ")";
            case PATH -> Library.PATH;
            case PROGRESSION -> DEGREES;
            case TAG, GENRE ->
                    throw new IllegalStateException(
                            field.name().toLowerCase(Locale.ROOT) + " is no column");
        };
    }

    /** The pattern of a user as one of SQL. */
    private static String pattern(String pattern) {
        return pattern.replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_")
                .replace('*', '%')
                .replace('?', '_');
    }
}
