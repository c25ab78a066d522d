package crateworks.adapters.postgres;

/** Expressions about a file, for statements in which {@code file} is {@code f}. */
final class Library {
    /** The name that the furthest stage gave it, else the one it was found or split off with. */
    static final String NAME =
            """
            coalesce((select n.name from file_name n where n.file = f.id and n.stage = 'rename'),
                (select n.name from file_name n where n.file = f.id and n.stage = 'sanitize'),
                f.original_name)""";

    /** The terms of its tags as an array, first those found and then those derived. */
    static final String TERMS =
            """
            array(select t.term
                from unnest(f.tags || coalesce(m.tags, '{}')) with ordinality as marks (tag, place)
                join tag t on t.id = marks.tag
                group by t.term order by min(marks.place))""";

    private Library() {}
}
