package crateworks.adapters.postgres;

import crateworks.pipeline.port.LibrarySearch;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.query.CamelotKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** The table {@code search}, see {@code docs/search.md}; what is shown comes from all tables. */
public final class PostgresLibrarySearch implements LibrarySearch {
    static final String SECONDS_MAX = "4s";
    private static final int PENDING_MAX = 10_000;

    /** Neighbours in tempo that are looked at on each side. */
    private static final int NEIGHBOURS = 300;

    private static final double TEMPO_SPREAD = 0.06;

    private static final String SHOWN =
            """
            select f.id, %s, p.item is not null,
                coalesce(%s, '') || coalesce(' [' || p.label || ']', ''),
                m.bpm, m.key_name, m.camelot, m.meter, m.category, m.bars,
                m.duration_micros / 1e6, m.notes, %s
            from unnest(?) with ordinality as x (file, ordinal)
            join file f on f.id = x.file
            join music m on m.file = f.id
            left join track_split p on p.item = f.first_item
            left join occurrence o on o.item = coalesce(p.parent_item, f.first_item)
            order by x.ordinal
            """
                    .formatted(Library.NAME, CatalogQuery.PLACE, Library.TAGS);
    private static final String COUNT_ALL =
            "select facet, value, sum(files) from search_count group by 1, 2 having sum(files) > 0";
    private static final String PENDING =
            "select count(*) from (select from search_stale limit " + PENDING_MAX + ") x";
    private static final String NEIGHBOUR =
            """
            (select s.file, s.bpm, s.category from search s
            where s.bpm %s and (? or s.camelot is null or s.camelot = any(?))
                and s.file <> ? order by s.bpm %s limit %d)
            """;
    private static final String PLAYS_WITH =
            "select x.file from ("
                    + NEIGHBOUR.formatted(">= ? and s.bpm <= ?", "", NEIGHBOURS)
                    + " union all "
                    + NEIGHBOUR.formatted("< ? and s.bpm >= ?", "desc", NEIGHBOURS)
                    + ") x order by x.category = ?, abs(x.bpm - ?), x.file limit ?";
    private static final String TAGS =
            """
            select term, min(category) from tag
            where lower(term) like ? or lower(term) like ?
            group by term order by lower(term) like ? desc, term limit ?
            """;

    private final Transactions transactions;
    private final TagDictionary tags;

    public PostgresLibrarySearch(Postgres postgres) {
        transactions = postgres.transactions();
        tags = postgres.tags();
    }

    @Override
    public List<Hit> find(Question question, OptionalLong before, int max) throws Outage, TooSlow {
        return shown(
                searching(
                        connection -> {
                            var condition = SearchCondition.of(connection, question);
                            String sql =
                                    "select s.file from search s where "
                                            + condition.sql()
                                            + (before.isPresent() ? " and s.file < ?" : "")
                                            + " order by s.file desc limit ?";
                            try (var select = connection.prepareStatement(sql)) {
                                int at = condition.bind(select, 1);
                                if (before.isPresent()) {
                                    select.setLong(at++, before.getAsLong());
                                }
                                select.setInt(at, max);
                                return longs(select.executeQuery());
                            }
                        }));
    }

    @Override
    public Counts counts(Question question, int max) throws Outage, TooSlow {
        return searching(
                connection -> {
                    var condition = SearchCondition.of(connection, question);
                    var sums = new CountSums();
                    String sql = condition.isEmpty() ? COUNT_ALL : counting(condition.sql());
                    try (var select = connection.prepareStatement(sql)) {
                        if (!condition.isEmpty()) {
                            select.setInt(condition.bind(select, 1), max);
                        }
                        try (ResultSet rows = select.executeQuery()) {
                            while (rows.next()) {
                                sums.add(rows.getString(1), rows.getString(2), rows.getLong(3));
                            }
                        }
                    }
                    return sums.counts(
                            condition.isEmpty() ? Long.MAX_VALUE : max, pending(connection));
                });
    }

    private static long pending(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(PENDING)) {
            return longs(select.executeQuery()).getFirst();
        }
    }

    @Override
    public List<Hit> playsWith(long file, int max) throws Outage, TooSlow {
        List<Hit> itself = shown(List.of(file));
        if (itself.isEmpty() || itself.getFirst().bpm().isEmpty()) {
            return List.of();
        }
        Hit hit = itself.getFirst();
        double bpm = hit.bpm().getAsDouble();
        var keys =
                CamelotKey.of(hit.camelot()).map(CamelotKey::compatible).orElse(List.of()).stream()
                        .map(CamelotKey::code)
                        .toArray();
        return shown(
                searching(
                        connection -> {
                            var codes = connection.createArrayOf("int2", keys);
                            try (var select = connection.prepareStatement(PLAYS_WITH)) {
                                int at = 1;
                                for (double far :
                                        new double[] {1 + TEMPO_SPREAD, 1 - TEMPO_SPREAD}) {
                                    select.setDouble(at++, bpm);
                                    select.setDouble(at++, bpm * far);
                                    select.setBoolean(at++, keys.length == 0);
                                    select.setArray(at++, codes);
                                    select.setLong(at++, file);
                                }
                                select.setString(at++, hit.category());
                                select.setDouble(at++, bpm);
                                select.setInt(at, max);
                                return longs(select.executeQuery());
                            }
                        }));
    }

    @Override
    public List<TagWord> tags(String prefix, int max) throws Outage {
        String folded =
                StorableText.of(prefix.toLowerCase(Locale.ROOT))
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_");
        return transactions.report(
                connection -> {
                    var words = new ArrayList<TagWord>();
                    try (var select = connection.prepareStatement(TAGS)) {
                        select.setString(1, folded + "%");
                        select.setString(2, "% " + folded + "%");
                        select.setString(3, folded + "%");
                        select.setInt(4, max);
                        try (ResultSet rows = select.executeQuery()) {
                            while (rows.next()) {
                                words.add(new TagWord(rows.getString(1), rows.getString(2)));
                            }
                        }
                    }
                    return words;
                });
    }

    @Override
    public int refresh(int max) throws Outage {
        return transactions.run(connection -> SearchRefresh.some(connection, max));
    }

    /** How the database goes about a question, with what it took; for people who look closer. */
    public String plan(Question question, int max) throws Outage, TooSlow {
        return searching(
                connection -> {
                    var condition = SearchCondition.of(connection, question);
                    String sql =
                            "explain (analyze, costs off, timing off) select s.file from search s"
                                    + " where "
                                    + condition.sql()
                                    + " order by s.file desc limit ?";
                    try (var select = connection.prepareStatement(sql)) {
                        select.setInt(condition.bind(select, 1), max);
                        var lines = new ArrayList<String>();
                        try (ResultSet rows = select.executeQuery()) {
                            while (rows.next()) {
                                lines.add(rows.getString(1));
                            }
                        }
                        return String.join("\n", lines);
                    }
                });
    }

    /** Reads what is planned for this one question, and gives up when that takes long. */
    private <T> T searching(Transactions.Work<T> work) throws Outage, TooSlow {
        try {
            return transactions.report(
                    connection -> {
                        try (var limit = connection.createStatement()) {
                            limit.execute("set local statement_timeout = '" + SECONDS_MAX + "'");
                        }
                        return work.in(connection);
                    });
        } catch (Outage outage) {
            if (Trouble.isCancelled(outage)) {
                throw new TooSlow(outage);
            }
            throw outage;
        }
    }

    private List<Hit> shown(List<Long> files) throws Outage {
        if (files.isEmpty()) {
            return List.of();
        }
        return transactions.run(
                connection -> {
                    var hits = new ArrayList<Hit>();
                    try (var select = connection.prepareStatement(SHOWN)) {
                        select.setArray(1, connection.createArrayOf("int8", files.toArray()));
                        try (ResultSet rows = select.executeQuery()) {
                            while (rows.next()) {
                                hits.add(hit(rows, connection));
                            }
                        }
                    }
                    return hits;
                });
    }

    private Hit hit(ResultSet rows, Connection connection) throws SQLException {
        return new Hit(
                rows.getLong(1),
                rows.getString(2),
                rows.getBoolean(3),
                rows.getString(4),
                Columns.number(rows, 5),
                rows.getString(6),
                rows.getString(7),
                Columns.text(rows, 8).orElse(""),
                rows.getString(9),
                Columns.integer(rows, 10),
                rows.getDouble(11),
                rows.getInt(12),
                tags.terms(connection, Columns.integers(rows, 13)).stream().distinct().toList());
    }

    private static List<Long> longs(ResultSet rows) throws SQLException {
        try (rows) {
            var longs = new ArrayList<Long>();
            while (rows.next()) {
                longs.add(rows.getLong(1));
            }
            return longs;
        }
    }

    /** One pass over what was found; null, which is no value, is left out. */
    private static String counting(String where) {
        return """
            with found as materialized (
                select floor(s.bpm)::int as bpm, s.camelot, s.category, s.part from search s
                where %s limit ?)
            select * from (
                select
                    case when grouping(bpm) = 0 then 'bpm' when grouping(camelot) = 0 then 'key'
                        when grouping(category) = 0 then 'category' else 'kind' end,
                    coalesce(bpm::text, camelot::text, category,
                        case when part then 'part' when not part then 'song' end) as value,
                    count(*)
                from found group by grouping sets (bpm, camelot, category, part)) x
            where value is not null
            """
                .formatted(where);
    }
}
