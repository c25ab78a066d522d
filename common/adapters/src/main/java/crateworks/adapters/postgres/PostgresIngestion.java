package crateworks.adapters.postgres;

import crateworks.pipeline.ContentHash;
import crateworks.pipeline.StageName;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.port.Claim;
import crateworks.pipeline.port.Ingestion;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Verdict;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table {@code file}, and the ends of items that go no further than ingest. */
public final class PostgresIngestion implements Ingestion {
    private static final String KNOWN =
            """
            select f.blake3, f.id, f.first_item, f.pack, f.pack_offset, f.size
            from unnest(?) as x (blake3) join file f on f.blake3 = x.blake3
            """;

    private final Transactions transactions;
    private final TagDictionary tags;

    public PostgresIngestion(Postgres postgres) {
        transactions = postgres.transactions();
        tags = postgres.tags();
    }

    @Override
    public Map<ContentHash, Known> known(List<ContentHash> hashes) throws Outage {
        if (hashes.isEmpty()) {
            return Map.of();
        }
        return transactions.run(
                connection -> {
                    var known = new HashMap<ContentHash, Known>();
                    try (var select = connection.prepareStatement(KNOWN)) {
                        BatchParameters.of(select, hashes).hashes(hash -> hash);
                        try (ResultSet rows = select.executeQuery()) {
                            while (rows.next()) {
                                var hash = ContentHash.of(rows.getBytes(1));
                                var content =
                                        new BlobRef(
                                                rows.getString(4),
                                                rows.getLong(5),
                                                rows.getInt(6),
                                                hash);
                                known.put(
                                        hash, new Known(rows.getLong(2), rows.getLong(3), content));
                            }
                        }
                    }
                    return known;
                });
    }

    @Override
    public List<Claim> record(
            List<Content> contents, List<Repeat> duplicates, List<Verdict> rejected) throws Outage {
        List<Claims.Claimant> claimants =
                contents.stream().map(PostgresIngestion::claimant).toList();
        var numbered = tags.number(contents.stream().map(Content::tags).toList());
        return transactions.run(
                connection -> {
                    var decided = Claims.decide(connection, StageName.INGEST, claimants, numbered);
                    List<Ending> endings = decided.endings();
                    for (Repeat repeat : duplicates) {
                        endings.add(
                                Ending.duplicate(repeat.item(), StageName.INGEST, repeat.file()));
                    }
                    rejected.forEach(verdict -> endings.add(Ending.rejected(verdict)));
                    Outcomes.end(connection, endings);
                    return decided.claims();
                });
    }

    private static Claims.Claimant claimant(Content content) {
        return new Claims.Claimant(
                content.session(),
                content.item(),
                content.content(),
                content.kind(),
                content.facts(),
                content.originalName(),
                content.tags());
    }
}
