package crateworks.adapters.postgres;

import crateworks.pipeline.ContentHash;
import crateworks.pipeline.StageName;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.message.TagMark;
import crateworks.pipeline.port.Claim;
import crateworks.pipeline.port.Ingestion.SmfFacts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Decides who owns contents, see {@link Claim}. Rows of files are locked in the order of their
 * hashes, so that two batches with the same contents never wait for each other.
 */
final class Claims {
    private static final String INPUT =
            """
            unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as x (blake3, item, session,
                kind, size, pack, pack_offset, format, tracks, division, duration_micros, notes,
                repairs, original_name, tags, tag_confidences)
            """;
    private static final String INSERT =
            """
            insert into file (blake3, first_item, session, kind, size, pack, pack_offset, format,
                tracks, division, duration_micros, notes, repairs, original_name, tags,
                tag_confidences)
            select blake3, item, session, kind, size, pack, pack_offset, format, tracks, division,
                duration_micros, notes, repairs, original_name, tags::int[],
                tag_confidences::double precision[]
            from %s
            on conflict (blake3) do nothing
            returning blake3, id
            """
                    .formatted(INPUT);
    private static final String OWNERS =
            """
            select f.blake3, f.id, f.first_item
            from unnest(?) as x (blake3) join file f on f.blake3 = x.blake3
            """;
    private static final String TAKE_OVER =
            """
            update file set first_item = s.item, session = s.session, kind = s.kind,
                format = s.format, tracks = s.tracks, division = s.division,
                duration_micros = s.duration_micros, notes = s.notes, repairs = s.repairs,
                original_name = s.original_name, tags = s.tags::int[],
                tag_confidences = s.tag_confidences::double precision[]
            from (select x.*, o.id, o.first_item as earlier_item
                from %s join file o on o.blake3 = x.blake3
                where o.first_item > x.item
                order by x.blake3 for update of o) as s
            where file.id = s.id
            returning s.blake3, s.id, s.earlier_item
            """
                    .formatted(INPUT);

    /** What an owner that comes again, with other rules for tags perhaps, says anew of its file. */
    private static final String RENEW =
            """
            update file set kind = s.kind, format = s.format, tracks = s.tracks,
                division = s.division, duration_micros = s.duration_micros, notes = s.notes,
                repairs = s.repairs, tags = s.tags::int[],
                tag_confidences = s.tag_confidences::double precision[]
            from (select x.*, o.id
                from %s join file o on o.blake3 = x.blake3
                where o.first_item = x.item and (
                    o.tags, o.tag_confidences, o.repairs, o.notes, o.duration_micros)
                    is distinct from (x.tags::int[], x.tag_confidences::double precision[],
                        x.repairs, x.notes, x.duration_micros)
                order by x.blake3 for update of o) as s
            where file.id = s.id
            """
                    .formatted(INPUT);

    private static final Comparator<Claimant> BY_HASH = Comparator.comparing(Claimant::hash);

    private Claims() {}

    /** Somebody who claims a content; {@code facts} and what follows describe it if it wins. */
    record Claimant(
            long session,
            long item,
            BlobRef content,
            String kind,
            SmfFacts facts,
            String name,
            List<TagMark> tags) {
        ContentHash hash() {
            return content.hash();
        }
    }

    /** The claims in the order of the claimants, and the ends that follow from them. */
    record Decided(List<Claim> claims, List<Ending> endings) {}

    /** Decides about all claimants of a batch; the same again gives the same. */
    static Decided decide(
            Connection connection,
            StageName stage,
            List<Claimant> claimants,
            TagDictionary.Numbered tags)
            throws SQLException {
        var smallest = new TreeMap<ContentHash, Claimant>();
        for (Claimant each : claimants) {
            smallest.merge(each.hash(), each, Claims::smaller);
        }
        var endings = new ArrayList<Ending>();
        Map<ContentHash, Claim> byHash =
                smallest.isEmpty()
                        ? Map.of()
                        : decideSmallest(
                                connection, stage, List.copyOf(smallest.values()), tags, endings);
        var claims = new ArrayList<Claim>(claimants.size());
        for (Claimant each : claimants) {
            Claim claim = claimOf(each, smallest, byHash);
            claims.add(claim);
            if (claim instanceof Claim.Duplicate(long file)) {
                endings.add(Ending.duplicate(each.item(), stage, file));
            }
        }
        return new Decided(claims, endings);
    }

    private static Claimant smaller(Claimant one, Claimant other) {
        return other.item() < one.item() ? other : one;
    }

    private static Claim claimOf(
            Claimant claimant,
            Map<ContentHash, Claimant> smallest,
            Map<ContentHash, Claim> byHash) {
        Claim claim = byHash.get(claimant.hash());
        Claimant first = smallest.get(claimant.hash());
        if (claim == null || first == null) {
            throw new IllegalStateException("nobody owns " + claimant.hash().hex());
        }
        return first.item() == claimant.item() ? claim : new Claim.Duplicate(claim.file());
    }

    private static Map<ContentHash, Claim> decideSmallest(
            Connection connection,
            StageName stage,
            List<Claimant> byHash,
            TagDictionary.Numbered tags,
            List<Ending> endings)
            throws SQLException {
        Map<ContentHash, Claim> claims = inserted(connection, byHash, tags);
        List<Claimant> known = without(claims, byHash);
        if (known.isEmpty()) {
            return claims;
        }
        var greaterOwners = new ArrayList<Claimant>();
        claims.putAll(owners(connection, known, greaterOwners));
        renew(connection, known, claims, tags);
        if (!greaterOwners.isEmpty()) {
            claims.putAll(takenOver(connection, stage, greaterOwners, tags, endings));
            // A still smaller item was faster with what is left.
            List<Claimant> late = without(claims, greaterOwners);
            claims.putAll(owners(connection, late, new ArrayList<>()));
        }
        return claims;
    }

    private static List<Claimant> without(
            Map<ContentHash, Claim> claims, List<Claimant> claimants) {
        return claimants.stream().filter(each -> !claims.containsKey(each.hash())).toList();
    }

    private static Map<ContentHash, Claim> inserted(
            Connection connection, List<Claimant> claimants, TagDictionary.Numbered tags)
            throws SQLException {
        var claims = new HashMap<ContentHash, Claim>();
        try (var insert = connection.prepareStatement(INSERT)) {
            bind(insert, claimants, tags);
            try (ResultSet rows = insert.executeQuery()) {
                while (rows.next()) {
                    claims.put(hash(rows), new Claim.Owner(rows.getLong(2)));
                }
            }
        }
        return claims;
    }

    /** Claims on files that are there; those with a greater owner go to {@code greaterOwners}. */
    private static Map<ContentHash, Claim> owners(
            Connection connection, List<Claimant> claimants, List<Claimant> greaterOwners)
            throws SQLException {
        var claims = new HashMap<ContentHash, Claim>();
        var claimantOf = new HashMap<ContentHash, Claimant>();
        claimants.forEach(each -> claimantOf.put(each.hash(), each));
        try (var select = connection.prepareStatement(OWNERS)) {
            BatchParameters.of(select, claimants).hashes(Claimant::hash);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    ContentHash hash = hash(rows);
                    long file = rows.getLong(2);
                    long owner = rows.getLong(3);
                    Claimant claimant = Objects.requireNonNull(claimantOf.get(hash));
                    if (owner > claimant.item()) {
                        greaterOwners.add(claimant);
                    } else {
                        claims.put(
                                hash,
                                owner == claimant.item()
                                        ? new Claim.Owner(file)
                                        : new Claim.Duplicate(file));
                    }
                }
            }
        }
        return claims;
    }

    private static void renew(
            Connection connection,
            List<Claimant> known,
            Map<ContentHash, Claim> claims,
            TagDictionary.Numbered tags)
            throws SQLException {
        List<Claimant> owning =
                known.stream()
                        .filter(each -> claims.get(each.hash()) instanceof Claim.Owner)
                        .toList();
        if (owning.isEmpty()) {
            return;
        }
        try (var update = connection.prepareStatement(RENEW)) {
            bind(update, owning, tags);
            update.executeUpdate();
        }
    }

    private static Map<ContentHash, Claim> takenOver(
            Connection connection,
            StageName stage,
            List<Claimant> claimants,
            TagDictionary.Numbered tags,
            List<Ending> endings)
            throws SQLException {
        var claims = new HashMap<ContentHash, Claim>();
        try (var update = connection.prepareStatement(TAKE_OVER)) {
            bind(update, claimants.stream().sorted(BY_HASH).toList(), tags);
            try (ResultSet rows = update.executeQuery()) {
                while (rows.next()) {
                    long file = rows.getLong(2);
                    claims.put(hash(rows), new Claim.Owner(file));
                    endings.add(Ending.duplicate(rows.getLong(3), stage, file));
                }
            }
        }
        return claims;
    }

    private static ContentHash hash(ResultSet rows) throws SQLException {
        return ContentHash.of(rows.getBytes(1));
    }

    private static void bind(
            PreparedStatement statement, List<Claimant> claimants, TagDictionary.Numbered tags)
            throws SQLException {
        BatchParameters.of(statement, claimants)
                .hashes(Claimant::hash)
                .longs(Claimant::item)
                .longs(Claimant::session)
                .texts(Claimant::kind)
                .ints(each -> each.content().length())
                .texts(each -> each.content().pack())
                .longs(each -> each.content().offset())
                .ints(each -> each.facts().format())
                .ints(each -> each.facts().tracks())
                .ints(each -> each.facts().division())
                .longs(each -> each.facts().durationMicros())
                .ints(each -> each.facts().notes())
                .texts(each -> each.facts().repairs())
                .texts(Claimant::name)
                .texts(each -> tags.numbers(each.tags()))
                .texts(each -> TagDictionary.Numbered.confidences(each.tags()));
    }
}
