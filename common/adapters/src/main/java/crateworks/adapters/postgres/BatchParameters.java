package crateworks.adapters.postgres;

import crateworks.pipeline.ContentHash;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Binds one array for each column of a batch to the question marks of a statement, in their order.
 * Null in a column is SQL's null.
 */
final class BatchParameters<R> {
    private final PreparedStatement statement;
    private final List<R> rows;
    private int bound;

    private BatchParameters(PreparedStatement statement, List<R> rows) {
        this.statement = statement;
        this.rows = rows;
    }

    static <R> BatchParameters<R> of(PreparedStatement statement, List<R> rows) {
        return new BatchParameters<>(statement, rows);
    }

    /** Goes on behind columns that were bound before. */
    BatchParameters<R> after(int columns) {
        bound = columns;
        return this;
    }

    /** One value for all rows. */
    BatchParameters<R> one(long value) throws SQLException {
        statement.setLong(++bound, value);
        return this;
    }

    BatchParameters<R> longs(Function<R, @Nullable Long> column) throws SQLException {
        return bind("int8", column, Long[]::new);
    }

    BatchParameters<R> ints(Function<R, @Nullable Integer> column) throws SQLException {
        return bind("int4", column, Integer[]::new);
    }

    BatchParameters<R> doubles(Function<R, @Nullable Double> column) throws SQLException {
        return bind("float8", column, Double[]::new);
    }

    BatchParameters<R> flags(Function<R, @Nullable Boolean> column) throws SQLException {
        return bind("bool", column, Boolean[]::new);
    }

    BatchParameters<R> texts(Function<R, @Nullable String> column) throws SQLException {
        return bind("text", row -> storable(column.apply(row)), String[]::new);
    }

    BatchParameters<R> hashes(Function<R, @Nullable ContentHash> column) throws SQLException {
        return bind("bytea", row -> bytes(column.apply(row)), byte[][]::new);
    }

    BatchParameters<R> keys(Function<R, @Nullable UUID> column) throws SQLException {
        return bind("uuid", column, UUID[]::new);
    }

    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : StorableText.of(text);
    }

    private static byte @Nullable [] bytes(@Nullable ContentHash hash) {
        return hash == null ? null : hash.bytes();
    }

    private <T> BatchParameters<R> bind(
            String type, Function<R, @Nullable T> column, IntFunction<T[]> array)
            throws SQLException {
        T[] values = rows.stream().map(column).toArray(array);
        statement.setArray(++bound, statement.getConnection().createArrayOf(type, values));
        return this;
    }
}
