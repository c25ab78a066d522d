package crateworks.adapters.postgres;

import crateworks.pipeline.StageName;
import crateworks.pipeline.port.Analysis;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Verdict;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table {@code musical_metadata}: a row for each file, written by the item that owns it. */
public final class PostgresAnalysis implements Analysis {
    private static final String UPSERT =
            """
            insert into musical_metadata as m (file, item, version, bpm, bpm_confidence, bpm_source,
                tonic, key_confidence, key_source, mode, key_name, camelot, meter,
                meter_confidence, meter_source, bars, duration_micros, notes, drums,
                drums_confidence, drum_channels, drum_classes, family, family_confidence,
                role, lowest_pitch, highest_pitch, notes_per_second, chords, progression,
                fingerprint, likeness, details, category, category_confidence, category_reason,
                tags, tag_confidences)
            select x.file, x.item, x.version, x.bpm, x.bpm_confidence, x.bpm_source, x.tonic,
                x.key_confidence, x.key_source, x.mode, x.key_name, x.camelot, x.meter,
                x.meter_confidence, x.meter_source, x.bars, x.duration_micros, x.notes, x.drums,
                x.drums_confidence, string_to_array(x.drum_channels, ',')::int[],
                string_to_array(x.drum_classes, ','), x.family, x.family_confidence,
                x.role, x.lowest_pitch, x.highest_pitch, x.notes_per_second, x.chords::json,
                x.progression, x.fingerprint, x.likeness, x.details::json, x.category, x.category_confidence,
                x.category_reason, x.tags::int[], x.tag_confidences::double precision[]
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                    ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                as x (file, item, version, bpm, bpm_confidence, bpm_source, tonic, key_confidence,
                    key_source, mode, key_name, camelot, meter, meter_confidence, meter_source,
                    bars, duration_micros, notes, drums, drums_confidence, drum_channels,
                    drum_classes, family, family_confidence, role, lowest_pitch, highest_pitch,
                    notes_per_second, chords, progression, fingerprint, likeness, details,
                    category, category_confidence, category_reason, tags, tag_confidences)
            join file f on f.id = x.file and f.first_item = x.item
            on conflict (file) do update set
                item = excluded.item, version = excluded.version, bpm = excluded.bpm,
                bpm_confidence = excluded.bpm_confidence, bpm_source = excluded.bpm_source,
                tonic = excluded.tonic, key_confidence = excluded.key_confidence,
                key_source = excluded.key_source, mode = excluded.mode,
                key_name = excluded.key_name, camelot = excluded.camelot, meter = excluded.meter,
                meter_confidence = excluded.meter_confidence,
                meter_source = excluded.meter_source, bars = excluded.bars,
                duration_micros = excluded.duration_micros, notes = excluded.notes,
                drums = excluded.drums, drums_confidence = excluded.drums_confidence,
                drum_channels = excluded.drum_channels, drum_classes = excluded.drum_classes,
                family = excluded.family, family_confidence = excluded.family_confidence,
                role = excluded.role, fingerprint = excluded.fingerprint,
                likeness = excluded.likeness,
                lowest_pitch = excluded.lowest_pitch, highest_pitch = excluded.highest_pitch,
                notes_per_second = excluded.notes_per_second, chords = excluded.chords,
                progression = excluded.progression, details = excluded.details,
                category = excluded.category,
                category_confidence = excluded.category_confidence,
                category_reason = excluded.category_reason, tags = excluded.tags,
                tag_confidences = excluded.tag_confidences
            where excluded.item <= m.item
            returning file, item
            """;

    private final Transactions transactions;
    private final TagDictionary tags;
    private final Orders orders;

    public PostgresAnalysis(Postgres postgres) {
        transactions = postgres.transactions();
        tags = postgres.tags();
        orders = postgres.orders();
    }

    @Override
    public List<Recorded> record(List<MusicRow> rows, List<Verdict> rejected, boolean exportFollows)
            throws Outage {
        var byFile = new TreeMap<Long, MusicRow>();
        for (MusicRow row : rows) {
            byFile.merge(row.file(), row, (one, other) -> other.item() <= one.item() ? other : one);
        }
        var numbered = tags.number(rows.stream().map(MusicRow::derivedTags).toList());
        return transactions.run(
                connection -> {
                    Map<Long, Long> owners =
                            byFile.isEmpty()
                                    ? Map.of()
                                    : upsert(connection, List.copyOf(byFile.values()), numbered);
                    var byHand = PostgresUserValues.of(connection, byFile.keySet());
                    var recorded = new ArrayList<Recorded>(rows.size());
                    var endings = new ArrayList<Ending>(rows.size());
                    for (MusicRow row : rows) {
                        boolean owns = Long.valueOf(row.item()).equals(owners.get(row.file()));
                        recorded.add(new Recorded(owns, byHand.getOrDefault(row.file(), Map.of())));
                        boolean ready = exportFollows && orders.exports(connection, row.session());
                        endings.add(ending(row, owns, ready));
                    }
                    rejected.forEach(verdict -> endings.add(Ending.rejected(verdict)));
                    Outcomes.end(connection, endings);
                    return recorded;
                });
    }

    private static Ending ending(MusicRow row, boolean owns, boolean ready) {
        if (!owns) {
            return Ending.duplicate(row.item(), StageName.ANALYZE, row.file());
        }
        return ready
                ? Ending.ready(row.item(), row.file())
                : Ending.done(row.item(), StageName.ANALYZE.word(), row.file());
    }

    /** Returns the owner of each file that was written. */
    private static Map<Long, Long> upsert(
            Connection connection, List<MusicRow> rows, TagDictionary.Numbered tags)
            throws SQLException {
        var owners = new HashMap<Long, Long>();
        try (var upsert = connection.prepareStatement(UPSERT)) {
            bind(upsert, rows, tags);
            try (ResultSet written = upsert.executeQuery()) {
                while (written.next()) {
                    owners.put(written.getLong(1), written.getLong(2));
                }
            }
        }
        return owners;
    }

    private static void bind(
            PreparedStatement statement, List<MusicRow> rows, TagDictionary.Numbered tags)
            throws SQLException {
        BatchParameters.of(statement, rows)
                .longs(MusicRow::file)
                .longs(MusicRow::item)
                .ints(MusicRow::version)
                .doubles(row -> value(row.bpm()))
                .doubles(row -> confidence(row.bpm()))
                .texts(row -> source(row.bpm()))
                .ints(row -> value(row.tonic()))
                .doubles(row -> confidence(row.tonic()))
                .texts(row -> source(row.tonic()))
                .texts(MusicRow::mode)
                .texts(MusicRow::keyName)
                .texts(MusicRow::camelot)
                .texts(row -> value(row.meter()))
                .doubles(row -> confidence(row.meter()))
                .texts(row -> source(row.meter()))
                .ints(row -> orNull(row.bars()))
                .longs(MusicRow::durationMicros)
                .ints(MusicRow::notes)
                .flags(MusicRow::drums)
                .doubles(MusicRow::drumsConfidence)
                .texts(row -> joined(row.drumChannels(), String::valueOf))
                .texts(row -> joined(row.drumClasses(), Function.identity()))
                .texts(MusicRow::family)
                .doubles(MusicRow::familyConfidence)
                .texts(MusicRow::role)
                .ints(row -> orNull(row.lowestPitch()))
                .ints(row -> orNull(row.highestPitch()))
                .doubles(row -> orNull(row.notesPerSecond()))
                .texts(MusicRow::chords)
                .texts(MusicRow::progression)
                .longs(row -> orNull(row.fingerprint()))
                .longs(row -> orNull(row.likeness()))
                .texts(MusicRow::details)
                .texts(MusicRow::category)
                .doubles(MusicRow::categoryConfidence)
                .texts(MusicRow::categoryReason)
                .texts(row -> tags.numbers(row.derivedTags()))
                .texts(row -> TagDictionary.Numbered.confidences(row.derivedTags()));
    }

    private static <T> @Nullable T value(Optional<Told<T>> told) {
        return told.map(Told::value).orElse(null);
    }

    private static double confidence(Optional<? extends Told<?>> told) {
        return told.isPresent() ? told.get().confidence() : 0;
    }

    private static String source(Optional<? extends Told<?>> told) {
        return told.isPresent() ? told.get().source() : "";
    }

    private static @Nullable Integer orNull(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }

    private static @Nullable Long orNull(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static <T> String joined(List<T> values, Function<T, String> word) {
        return values.stream().map(word).collect(Collectors.joining(","));
    }
}
