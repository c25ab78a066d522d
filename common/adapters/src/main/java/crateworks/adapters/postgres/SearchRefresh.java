package crateworks.adapters.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Brings rows of {@code search} up to date, some thousand in a transaction. */
final class SearchRefresh {
    /** One process at a time; 7 stands for nothing. */
    private static final String TURN = "select pg_try_advisory_xact_lock(5723, 7)";

    private static final String TAKE =
            """
            with taken as (
                delete from search_stale
                where ctid = any(array(select ctid from search_stale limit ?))
                returning file)
            select distinct file from taken order by file
            """;

    private static final String PLACES =
            """
            from unnest(?::bigint[]) as x (file)
            join file f on f.id = x.file
            left join track_split p on p.item = f.first_item
            left join occurrence o on o.item = coalesce(p.parent_item, f.first_item)
            cross join lateral (select coalesce(%s, '') as place) l
            """
                    .formatted(CatalogQuery.PLACE);
    private static final String FOLDER = "regexp_replace(l.place, '/[^/]*$', '')";

    private static final String ADD_FOLDERS =
            "insert into search_folder (path) select distinct "
                    + FOLDER
                    + " "
                    + PLACES
                    + " on conflict (md5(path)) do nothing";
    private static final String ADD_CATEGORIES =
            """
            insert into search_category (category)
            select distinct m.category from music m where m.file = any(?)
                and not exists (select from search_category c where c.category = m.category)
            on conflict (category) do nothing
            """;

    /** Adds to the counts what is in {@code rows}, {@code sign} times. */
    private static String counting(String rows, int sign) {
        return """
        insert into search_count (facet, value, files)
        select 'bpm', floor(bpm)::int::text, %2$s * count(*) from %1$s
            where bpm is not null group by 2
        union all
        select 'key', camelot::text, %2$s * count(*) from %1$s
            where camelot is not null group by 2
        union all
        select 'category', category, %2$s * count(*) from %1$s group by 2
        union all
        select 'kind', case when part then 'part' else 'song' end, %2$s * count(*) from %1$s
            group by 2
        """
                .formatted(rows, sign);
    }

    private static final String REMOVE =
            """
            with gone as (
                delete from search where file = any(?) returning bpm, camelot, category, part)
            """
                    + counting("gone", -1);
    private static final String ADD =
            """
            with added as (
                insert into search (file, bpm, seconds, bars, folder, camelot, part, category,
                    marks, words)
                select f.id, m.bpm, m.duration_micros / 1e6, m.bars, d.id, k.code,
                    p.item is not null, m.category,
                    f.tags || m.tags || (%1$d - c.id)
                        || case when k.code is null then '{}' else array[-k.code::int] end,
                    strip(to_tsvector('simple', regexp_replace(
                        left(%2$s || ' ' || f.original_name || ' ' || l.place || ' '
                            || coalesce(p.label, ''), 4000), '[^[:alnum:]]+', ' ', 'g')))
                %3$s
                join music m on m.file = f.id
                join search_folder d on md5(d.path) = md5(%4$s)
                join search_category c on c.category = m.category
                cross join lateral (select case when m.camelot = '' then null
                    else left(m.camelot, -1)::smallint
                        + case when right(m.camelot, 1) = 'A' then 0 else 12 end end as code) k
                returning bpm, camelot, category, part)
            """
                            .formatted(SearchCondition.CATEGORY_MARK, Library.NAME, PLACES, FOLDER)
                    + counting("added", 1);

    private static final String COMPACT =
            """
            with taken as (delete from search_count returning facet, value, files)
            insert into search_count (facet, value, files)
            select facet, value, sum(files) from taken
            group by facet, value having sum(files) <> 0
            """;
    private static final String IS_LONG = "select from search_count offset 5000 limit 1";

    private SearchRefresh() {}

    /** Takes at most {@code max} changes; returns how many files it were. */
    static int some(Connection connection, int max) throws SQLException {
        if (!hasTurn(connection)) {
            return 0;
        }
        List<Long> files = take(connection, max);
        if (files.isEmpty()) {
            return 0;
        }
        Array numbers = connection.createArrayOf("int8", files.toArray());
        for (String step : List.of(ADD_FOLDERS, ADD_CATEGORIES, REMOVE, ADD)) {
            try (var statement = connection.prepareStatement(step)) {
                statement.setArray(1, numbers);
                statement.executeUpdate();
            }
        }
        compactWhenLong(connection);
        return files.size();
    }

    private static boolean hasTurn(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(TURN);
                var rows = select.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static List<Long> take(Connection connection, int max) throws SQLException {
        var files = new ArrayList<Long>();
        try (var take = connection.prepareStatement(TAKE)) {
            take.setInt(1, max);
            try (var rows = take.executeQuery()) {
                while (rows.next()) {
                    files.add(rows.getLong(1));
                }
            }
        }
        return files;
    }

    private static void compactWhenLong(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(IS_LONG);
                var rows = select.executeQuery()) {
            if (!rows.next()) {
                return;
            }
        }
        try (var compact = connection.prepareStatement(COMPACT)) {
            compact.executeUpdate();
        }
    }
}
