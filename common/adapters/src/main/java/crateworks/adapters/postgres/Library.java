package crateworks.adapters.postgres;

/** Expressions about a file, for statements in which {@code file} is {@code f}. */
final class Library {
    /** The name that the furthest stage gave it, else the one it was found or split off with. */
    static final String NAME =
            """
            coalesce((select n.name from file_name n where n.file = f.id and n.stage = 'rename'),
                (select n.name from file_name n where n.file = f.id and n.stage = 'sanitize'),
                f.original_name)""";

    /**
     * The numbers of its tags as an array, first those found and then those derived. {@link
     * TagDictionary#terms} knows what they say: joining thousands of rows with the few tags costs
     * the database more than all the rest of a row.
     */
    static final String TAGS = "f.tags || coalesce(m.tags, '{}')";

    private Library() {}
}
