package crateworks.adapters.postgres;

import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.UserValues;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The table {@code user_value}, which the view {@code music} puts before what was found out. */
public final class PostgresUserValues implements UserValues {
    private static final String SET =
            """
            insert into user_value (file, field, value)
            select f.id, x.field, x.value
            from file f, unnest(?, ?) as x (field, value)
            where f.id = ?
            on conflict (file, field) do update set value = excluded.value
            """;
    private static final String CLEAR =
            "delete from user_value where field in (select unnest(?)) and file = ?";
    private static final String OF =
            "select file, field, value from user_value where file in (select unnest(?))";

    private final Transactions transactions;

    public PostgresUserValues(Postgres postgres) {
        transactions = postgres.transactions();
    }

    @Override
    public boolean set(long file, Map<Field, String> values) throws Outage {
        var entries = List.copyOf(values.entrySet());
        return transactions.run(
                connection -> {
                    try (var insert = connection.prepareStatement(SET)) {
                        BatchParameters.of(insert, entries)
                                .texts(entry -> word(entry.getKey()))
                                .texts(Map.Entry::getValue)
                                .one(file);
                        return insert.executeUpdate() > 0;
                    }
                });
    }

    @Override
    public void clear(long file, Set<Field> fields) throws Outage {
        transactions.run(
                connection -> {
                    try (var delete = connection.prepareStatement(CLEAR)) {
                        BatchParameters.of(delete, List.copyOf(fields))
                                .texts(PostgresUserValues::word)
                                .one(file);
                        return delete.executeUpdate();
                    }
                });
    }

    @Override
    public Map<Field, String> of(long file) throws Outage {
        return transactions.run(
                connection -> of(connection, List.of(file)).getOrDefault(file, Map.of()));
    }

    /** What is set for each of these files; files without anything are left out. */
    static Map<Long, Map<Field, String>> of(Connection connection, Collection<Long> files)
            throws SQLException {
        var byFile = new HashMap<Long, Map<Field, String>>();
        if (files.isEmpty()) {
            return byFile;
        }
        try (var select = connection.prepareStatement(OF)) {
            BatchParameters.of(select, List.copyOf(files)).longs(file -> file);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    byFile.computeIfAbsent(rows.getLong(1), _ -> new EnumMap<>(Field.class))
                            .put(field(rows.getString(2)), rows.getString(3));
                }
            }
        }
        return byFile;
    }

    private static String word(Field field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    private static Field field(String word) {
        return Field.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
