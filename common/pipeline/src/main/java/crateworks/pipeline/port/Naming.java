package crateworks.pipeline.port;

import crateworks.pipeline.StageName;
import java.util.List;

/** The names that files get on their way; every name stays, each under its stage. */
public interface Naming {
    /** A name that {@code item} gives its file at a stage, and why it is that. */
    record Name(long item, long file, StageName stage, String name, String reason) {}

    /**
     * Records names in one transaction; again for the same file and stage replaces the name, except
     * that a smaller item's name stays, see {@link Claim}.
     */
    void record(List<Name> names) throws Outage;
}
