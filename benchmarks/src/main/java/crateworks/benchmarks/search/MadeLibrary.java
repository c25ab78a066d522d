package crateworks.benchmarks.search;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A library that never was: rows of all tables that a search reads, made by the database itself.
 * Half of the files are parts. Every value follows from the number of its file, so two libraries of
 * one size are equal.
 */
final class MadeLibrary {
    private static final String WORDS =
            """
            array['bass','kick','snare','hat','lead','pad','chord','arp','pluck','stab','loop','fill',
            'groove','break','deep','dark','warm','soft','hard','wild','night','city','river','stone',
            'gold','blue','red','neon','velvet','electric','analog','vintage','funk','soul','jazz','house',
            'techno','trance','dub','ambient']""";

    /** A number that looks like chance, from 0 to {@code below} - 1. */
    private static String chance(String salt, String below) {
        return "((hashint8(n * 7919 + " + salt + ")::bigint & 2147483647) % " + below + ")";
    }

    private static String word(String salt) {
        return "(" + WORDS + ")[1 + " + chance(salt, "40") + "]";
    }

    private static final String[] STATEMENTS = {
        """
        insert into tag (tag_key, term, category, source)
        select md5('tag' || n)::uuid, case when n <= 40 then (%s)[n] else 'tag' || n end, 'GENRE', 'NAME'
        from generate_series(1, 400) n
        """
                .formatted(WORDS),
        """
        insert into occurrence (item, session, place_key, ordinal, size, modified, source, path, member)
        select n << 20, 1, md5(n::text)::uuid, 0, 20000, 1700000000000000, '/home/me/midi',
            'label ' || (n / 2 %% 300 / 30) || '/vendor ' || (n / 2 %% 300) || '/pack ' || (n / 8000)
                || '/' || %s || '_' || %s || '_' || n || '.mid', ''
        from generate_series(1, ?) n where n %% 2 = 1
        """
                .formatted(word("1"), word("2")),
        """
        insert into file (first_item, session, pack_offset, duration_micros, size, tracks, division, notes,
            format, blake3, kind, pack, repairs, original_name, tags, tag_confidences)
        select case when n %% 2 = 1 then n << 20 else 4611686018427387904 | ((n - 1) << 20) | 1 end,
            1, 0, 8000000, 20000, 4, 480, 100, 1, decode(md5(n::text) || md5((-n)::text), 'hex'), 'midi',
            'pack', '', %s || '_' || %s || '_' || n || '.mid',
            array[1 + %s, 41 + %s]::int[], array[0.9, 0.5]
        from generate_series(1, ?) n order by n
        """
                .formatted(word("1"), word("2"), chance("3", "40"), chance("4", "360")),
        """
        insert into track_split (item, session, parent, parent_item, child, track, channel, program, notes, label)
        select 4611686018427387904 | ((n - 1) << 20) | 1, 1, n - 1, (n - 1) << 20, n, 1, 2, 33, 50, %s
        from generate_series(1, ?) n where n %% 2 = 0
        """
                .formatted(word("5")),
        """
        insert into musical_metadata (file, item, duration_micros, bpm, bpm_confidence, key_confidence,
            meter_confidence, drums_confidence, family_confidence, category_confidence, notes_per_second,
            version, bars, notes, tonic, drums, bpm_source, mode, key_name, key_source, camelot, meter,
            meter_source, family, category, category_reason, progression, drum_channels, drum_classes, tags,
            tag_confidences, chords, details, fingerprint)
        select n, case when n %% 2 = 1 then n << 20 else 4611686018427387904 | ((n - 1) << 20) | 1 end,
            1000000 + %1$s * 100000, case when %2$s = 0 then null else 60 + (%3$s + %4$s) / 10.0 end,
            0.9, 0.8, 0.9, 0.5, 0.5, 0.8, 4, 4, (array[1, 2, 4, 4, 4, 8, 8, 16, 32, 64])[1 + %5$s] + (n %% 97 = 0)::int,
            100, 1, false, 'MAP', 'minor', 'Am', 'NOTES', (1 + %6$s) || (array['A', 'B'])[1 + %7$s], '4/4',
            'MAP', 'bass', (array['Melody', 'Melody', 'Melody', 'Chords', 'Chords', 'Bass', 'Bass', 'Drums', 'Loops',
            'DrumKicks', 'DrumHats', 'FX', 'Progressions'])[1 + %8$s], 'made', 'i-VI', '{}', '{}',
            array[(201 + %9$s)::int], array[0.7], '[]', '{}', %10$s
        from generate_series(1, ?) n
        """
                .formatted(
                        chance("11", "3000"),
                        chance("12", "12"),
                        chance("13", "600"),
                        chance("14", "600"),
                        chance("15", "10"),
                        chance("16", "12"),
                        chance("17", "2"),
                        chance("18", "13"),
                        chance("19", "200"),
                        chance("20", "300000")),
        "insert into search_stale select n from generate_series(1, ?) n",
    };

    private MadeLibrary() {}

    /** Fills the empty tables of a database. */
    static void fill(String url, String user, String password, long files) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            try (var bare = connection.createStatement()) {
                bare.execute("set session_replication_role = replica"); // counts nothing
            }
            for (String sql : STATEMENTS) {
                try (var insert = connection.prepareStatement(sql)) {
                    if (sql.contains("?")) {
                        insert.setLong(1, files);
                    }
                    insert.executeUpdate();
                }
            }
        }
    }

    /** Has every so manyth file made searchable again; returns how many these are. */
    static int change(String url, String user, String password, long every) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                var insert =
                        connection.prepareStatement(
                                "insert into search_stale select file from musical_metadata"
                                        + " where file % ? = 0")) {
            insert.setLong(1, every);
            return insert.executeUpdate();
        }
    }

    static void analyze(String url, String user, String password) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                var analyze = connection.createStatement()) {
            analyze.execute("vacuum analyze");
        }
    }
}
