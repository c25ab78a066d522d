package crateworks.adapters.postgres;

import crateworks.pipeline.session.Order;
import crateworks.pipeline.session.Selection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The files of a session that shall get a place on a drive, as the relation {@code chosen (id,
 * blake3, category, tempo, key, name, size, quality)}.
 *
 * <p>Invariant: once some of the chosen have their place, the rest of them is chosen again; so a
 * plan that was interrupted goes on as if it had not been.
 */
final class Selecting {
    static final String TEMPO_FROM = "coalesce(floor(m.bpm / 10)::int * 10, 0)";

    private final Selection selection;
    private final Optional<ConditionSql> where;
    private final String sql;

    private Selecting(Selection selection) {
        this.selection = selection;
        this.where = ConditionSql.of(selection);
        this.sql = "with " + relations();
    }

    static Selecting of(Optional<Order> order) {
        return new Selecting(
                order.map(each -> each.wishes().selection()).orElse(Selection.EVERYTHING));
    }

    /** The statement that ends in {@code rest}, which may read from {@code chosen}. */
    PreparedStatement prepare(Connection connection, String rest, long session, int drive)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql + rest);
        int at = 1;
        statement.setLong(at++, session);
        statement.setInt(at++, drive);
        if (where.isPresent()) {
            at = where.get().bind(statement, at);
        }
        if (!selection.nearDuplicates()) {
            statement.setInt(at++, drive);
        }
        if (selection.folderFilesMax().isPresent()) {
            statement.setInt(at++, drive);
            statement.setInt(at++, selection.folderFilesMax().getAsInt());
        }
        if (selection.filesMax().isPresent()) {
            statement.setLong(at++, selection.filesMax().getAsLong());
            statement.setInt(at, drive);
        }
        return statement;
    }

    boolean isPartial() {
        return selection.isPartial();
    }

    /** How many parameters {@link #prepare} binds; those of the rest come behind. */
    int parameters() {
        return 2
                + where.map(ConditionSql::parameters).orElse(0)
                + (selection.nearDuplicates() ? 0 : 1)
                + (selection.folderFilesMax().isPresent() ? 2 : 0)
                + (selection.filesMax().isPresent() ? 2 : 0);
    }

    private String relations() {
        var relations = new StringBuilder(candidates());
        String last = "candidate";
        if (!selection.nearDuplicates()) {
            relations.append(once());
            last = "once";
        }
        if (selection.folderFilesMax().isPresent()) {
            relations.append(few(last));
            last = "few";
        }
        if (selection.filesMax().isPresent()) {
            relations.append(best(last));
            last = "best";
        }
        return relations
                .append(", chosen as (select * from ")
                .append(last)
                .append(")\n")
                .toString();
    }

    private String candidates() {
        return """
            candidate as (
                select f.id, f.blake3, m.category, %s as tempo, %s as key, %s as name,
                    f.size, %s as quality, %s as sound
                from outcome o
                join file f on f.id = o.file and f.first_item = o.item
                join music m on m.file = f.id
                where o.session = ? and o.state = 'ready' and f.notes > 0
                    and not exists (select from export e where e.drive = ? and e.file = f.id)
                    and %s)
            """
                .formatted(
                        TEMPO_FROM,
                        Library.NAMED_KEY,
                        Library.NAME,
                        Library.QUALITY,
                        Library.SOUND,
                        where.map(ConditionSql::sql).orElse("true"));
    }

    private static String once() {
        return """
            , once as (
                select * from (
                    select c.*, row_number() over (
                        partition by c.sound order by c.quality desc, c.blake3) as nth
                    from candidate c
                    where not exists (
                        select from export e join file f on f.id = e.file
                        join music m on m.file = f.id
                        where e.drive = ? and %s = c.sound)) x
                where nth = 1)
            """
                .formatted(Library.SOUND);
    }

    private static String few(String from) {
        return """
            , few as (
                select x.* from (
                    select c.*, row_number() over (
                        partition by c.category, c.tempo order by c.quality desc, c.blake3) as place
                    from %s c) x
                left join (
                    select m.category, %s as tempo, count(*) as files
                    from export e join music m on m.file = e.file
                    where e.drive = ? group by 1, 2) lying
                    on lying.category = x.category and lying.tempo = x.tempo
                where x.place + coalesce(lying.files, 0) <= ?)
            """
                .formatted(from, TEMPO_FROM);
    }

    private static String best(String from) {
        return """
            , best as (
                select * from %s order by quality desc, blake3
                limit greatest(0, ? - (select count(*) from export where drive = ?)))
            """
                .formatted(from);
    }
}
