package crateworks.adapters.postgres;

import crateworks.pipeline.port.Analysis;

/** Expressions about a file, for statements in which {@code file} is {@code f}. */
final class Library {
    /** The name that a user or else the furthest stage gave it, else its first one. */
    static final String NAME =
            """
            coalesce((select u.value from user_value u where u.file = f.id and u.field = 'name'),
                (select n.name from file_name n where n.file = f.id and n.stage = 'rename'),
                (select n.name from file_name n where n.file = f.id and n.stage = 'sanitize'),
                f.original_name)""";

    /**
     * The numbers of its tags as an array, first those found and then those derived. {@link
     * TagDictionary#terms} knows what they say: joining thousands of rows with the few tags costs
     * the database more than all the rest of a row.
     */
    static final String TAGS = "f.tags || coalesce(m.tags, '{}')";

    /** Where it was found first, the members of archives included; a part as its song. */
    static final String PATH =
            """
            (select o.source || '/' || o.path || '/' || o.member from occurrence o
                where o.item = coalesce((select p.parent_item from track_split p
                    where p.item = f.first_item), f.first_item))""";

    /**
     * How much it is worth on a drive, from 0 to 1; {@code m} is its analysis. The weights are
     * explained in {@code docs/rationale/quality.md}.
     */
    static final String QUALITY =
            """
            (0.25 * m.category_confidence
                + 0.20 * case when m.bpm is null then 0 else m.bpm_confidence end
                + 0.20 * case when m.drums then 1 when m.key_name = '' then 0
                    else m.key_confidence end
                + 0.10 * m.meter_confidence
                + 0.15 * case when m.bars in (4, 8, 16, 32) then 1 when m.bars in (2, 12, 24) then 0.8
                    when m.bars is null or m.bars < 1 or m.bars > 64 then 0.2 else 0.5 end
                + 0.10 * least(1, ln(1 + m.notes) / ln(33))
                - 0.10 * (f.repairs <> '')::int)""";

    /** The key, where it is sure enough for names and folders; else empty. */
    static final String NAMED_KEY =
            "case when m.key_confidence < %s then '' else m.key_name end"
                    .formatted(Analysis.KEY_NAMED_MIN);

    /** What near duplicates have in common; what has too little music is like nothing else. */
    static final String SOUND = "coalesce(m.fingerprint::text, encode(f.blake3, 'hex'))";

    private Library() {}
}
