package crateworks.adapters.postgres;

import crateworks.pipeline.ContentHash;
import crateworks.pipeline.port.DriveExcess;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.session.Selection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables {@code export} and {@code rendition}, held against a selection. */
public final class PostgresDriveExcess implements DriveExcess {
    private static final String FORGET =
            """
            with gone as (select * from unnest(?) as x (path)),
            files as (delete from export e using gone g where e.drive = ? and e.path = g.path)
            delete from rendition r using gone g where r.drive = ? and r.path = g.path
            """;

    private final Transactions transactions;

    public PostgresDriveExcess(Postgres postgres) {
        transactions = postgres.transactions();
    }

    @Override
    public List<Lying> of(String drive, Selection selection) throws Outage {
        Optional<ConditionSql> where = ConditionSql.of(selection);
        String sql = excess(where.map(ConditionSql::sql).orElse("true"));
        transactions.run(Statistics::renew);
        return transactions.report(
                connection -> {
                    var excess = new ArrayList<Lying>();
                    try (var select = connection.prepareStatement(sql)) {
                        bind(select, connection, drive, selection, where);
                        try (ResultSet rows = select.executeQuery()) {
                            while (rows.next()) {
                                excess.add(
                                        new Lying(
                                                rows.getString(1),
                                                ContentHash.of(rows.getBytes(2)),
                                                rows.getLong(3),
                                                rows.getBoolean(4)));
                            }
                        }
                    }
                    return excess;
                });
    }

    private static void bind(
            PreparedStatement select,
            Connection connection,
            String drive,
            Selection selection,
            Optional<ConditionSql> where)
            throws SQLException {
        int number = Drives.find(connection, drive);
        int at = 1;
        select.setInt(at++, number);
        if (where.isPresent()) {
            at = where.get().bind(select, at);
        }
        select.setBoolean(at++, selection.nearDuplicates());
        select.setInt(at++, selection.folderFilesMax().orElse(Integer.MAX_VALUE));
        select.setLong(at++, selection.filesMax().orElse(Long.MAX_VALUE));
        for (int each = 0; each < 4; each++) {
            select.setInt(at++, number);
        }
    }

    @Override
    public void forget(String drive, List<String> paths) throws Outage {
        transactions.run(
                connection -> {
                    int number = Drives.find(connection, drive);
                    try (var delete = connection.prepareStatement(FORGET)) {
                        BatchParameters.of(delete, paths)
                                .texts(path -> path)
                                .one(number)
                                .one(number);
                        return delete.executeUpdate();
                    }
                });
    }

    /** Each rank counts only those that the ranks before it leave. */
    private static String excess(String where) {
        return """
            with lying as (
                select e.file, f.blake3, m.category, %1$s as tempo, %2$s as quality, %3$s as sound
                from export e join file f on f.id = e.file join music m on m.file = f.id
                where e.drive = ? and e.written_at is not null and f.notes > 0 and %4$s),
            once as (
                select *, row_number() over (
                    partition by category, tempo order by quality desc, blake3) as place
                from (select *, row_number() over (
                    partition by case when ? then blake3::text else sound end
                    order by quality desc, blake3) as nth from lying) x
                where nth = 1),
            chosen as (
                select file from once where place <= ? order by quality desc, blake3 limit ?),
            excess as (
                select file from export e where drive = ? and written_at is not null
                    and not exists (select from chosen c where c.file = e.file)),
            made as (
                select r.path, r.hash, r.bytes from rendition r
                where r.drive = ? and r.file is not null
                    and not exists (select from chosen c where c.file = r.file)
                union all
                select b.path, b.hash, b.bytes from rendition b
                where b.drive = ? and b.tree = 'pack base' and not exists (
                    select from rendition p where p.drive = b.drive and p.tree = 'pack'
                        and starts_with(p.path, substring(b.path from '^[^/]+/[^/]+/'))
                        and exists (select from chosen c where c.file = p.file)))
            select e.path, e.hash, e.bytes, false from export e join excess x on x.file = e.file
            where e.drive = ?
            union all
            select path, hash, bytes, true from made
            order by 1
            """
                .formatted(Selecting.TEMPO_FROM, Library.QUALITY, Library.SOUND, where);
    }
}
