package crateworks.adapters.postgres;

import crateworks.pipeline.port.DriveContents;
import crateworks.pipeline.port.LibrarySearch.TooSlow;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.session.Selection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The tables {@code drive}, {@code export} and {@code rendition}, for reading. */
public final class PostgresDriveContents implements DriveContents {
    private static final int PLAN_SECONDS_MAX = 20;
    private static final String DRIVES =
            """
            select d.id, d.path, d.mark, d.suspicion,
                count(e.file) filter (where e.written_at is not null),
                coalesce(sum(e.bytes) filter (where e.written_at is not null), 0),
                count(e.file) filter (where e.written_at is null),
                (select count(*) from rendition r where r.drive = d.id), max(e.written_at)
            from drive d left join export e on e.drive = d.id
            group by d.id order by max(e.written_at) desc nulls last, d.id
            """;
    private static final String ENTRIES =
            """
            select file, path, bytes, written_at from export
            where drive = ? and (folder_folded, name_folded) > (?, ?)
                and (folder_folded = ? or folder_folded >= ? and folder_folded < ?)
            order by folder_folded, name_folded limit ?
            """;

    private final Transactions transactions;

    public PostgresDriveContents(Postgres postgres) {
        transactions = postgres.transactions();
    }

    @Override
    public List<Drive> drives() throws Outage {
        return transactions.report(
                connection -> {
                    var drives = new ArrayList<Drive>();
                    try (var select = connection.prepareStatement(DRIVES);
                            ResultSet rows = select.executeQuery()) {
                        while (rows.next()) {
                            drives.add(drive(rows));
                        }
                    }
                    return drives;
                });
    }

    private static Drive drive(ResultSet rows) throws SQLException {
        return new Drive(
                rows.getInt(1),
                Columns.text(rows, 2),
                Columns.text(rows, 3),
                Columns.text(rows, 4),
                rows.getLong(5),
                rows.getLong(6),
                rows.getLong(7),
                rows.getLong(8),
                Optional.ofNullable(rows.getObject(9, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    @Override
    public List<Entry> entries(int drive, String folder, Optional<String> after, int max)
            throws Outage {
        String folded = Folded.fold(StorableText.of(folder)).replaceFirst("/+$", "");
        boolean everything = folded.isEmpty();
        Folded mark = Folded.of(StorableText.of(after.orElse("")));
        return transactions.report(
                connection -> {
                    var entries = new ArrayList<Entry>();
                    try (var select = connection.prepareStatement(ENTRIES)) {
                        select.setInt(1, drive);
                        select.setString(2, mark.folder());
                        select.setString(3, mark.name());
                        select.setString(4, folded);
                        select.setString(5, everything ? "" : folded + "/");
                        select.setString(6, everything ? "\uffff" : folded + "0");
                        select.setInt(7, max);
                        try (ResultSet rows = select.executeQuery()) {
                            while (rows.next()) {
                                entries.add(entry(rows));
                            }
                        }
                    }
                    return entries;
                });
    }

    private static Entry entry(ResultSet rows) throws SQLException {
        return new Entry(
                rows.getLong(1),
                rows.getString(2),
                Columns.bigint(rows, 3),
                Optional.ofNullable(rows.getObject(4, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    @Override
    public Plan plan(OptionalInt drive, Selection selection, int blockBytes, int groupsMax)
            throws Outage, TooSlow {
        Optional<ConditionSql> where = ConditionSql.of(selection);
        String sql = planning(where.map(ConditionSql::sql).orElse("true"));
        try {
            return transactions.report(
                    connection -> {
                        try (var select = connection.prepareStatement(sql)) {
                            int at = 1;
                            if (where.isPresent()) {
                                at = where.get().bind(select, at);
                            }
                            select.setInt(at++, drive.orElse(0));
                            select.setBoolean(at++, selection.nearDuplicates());
                            select.setLong(at++, selection.filesMax().orElse(Long.MAX_VALUE));
                            select.setInt(at++, blockBytes);
                            select.setInt(at++, blockBytes);
                            select.setInt(at++, blockBytes);
                            select.setInt(at++, drive.orElse(0));
                            select.setInt(at, groupsMax + 2);
                            select.setQueryTimeout(PLAN_SECONDS_MAX);
                            try (ResultSet rows = select.executeQuery()) {
                                return plan(rows, groupsMax);
                            }
                        }
                    });
        } catch (Outage outage) {
            if (Trouble.isCancelled(outage)) {
                throw new TooSlow(outage);
            }
            throw outage;
        }
    }

    /** The sum comes first. */
    private static Plan plan(ResultSet rows, int groupsMax) throws SQLException {
        var groups = new ArrayList<Group>();
        rows.next();
        long files = rows.getLong(4);
        long bytes = rows.getLong(5);
        long lying = rows.getLong(6);
        boolean truncated = false;
        while (rows.next()) {
            if (groups.size() == groupsMax) {
                truncated = true;
                break;
            }
            groups.add(
                    new Group(
                            rows.getString(1),
                            Columns.integer(rows, 2),
                            Columns.text(rows, 3).orElse(""),
                            rows.getLong(4)));
        }
        return new Plan(files, bytes, lying, List.copyOf(groups), truncated);
    }

    private static String planning(String where) {
        return """
            with candidate as (
                select f.size, m.category, floor(m.bpm / 10)::int * 10 as tempo, m.key_name as key,
                    %1$s as quality, f.blake3, %2$s as sound
                from file f join music m on m.file = f.id
                where %3$s and f.notes > 0
                    and not exists (select from export e where e.drive = ? and e.file = f.id)),
            chosen as (
                select * from (
                    select c.*, row_number() over (
                        partition by case when ? then c.blake3::text else c.sound end
                        order by c.quality desc, c.blake3) as nth
                    from candidate c) x
                where nth = 1 order by quality desc, blake3 limit ?)
            select category, tempo, key, count(*),
                sum((size + ? - 1) / ? * ?::bigint),
                (select count(*) from export e where e.drive = ?)
            from chosen group by grouping sets ((category, tempo, key), ())
            order by grouping(category) desc, category, tempo nulls first, key
            limit ?
            """
                .formatted(Library.QUALITY, Library.SOUND, where);
    }
}
