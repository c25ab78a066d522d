package crateworks.adapters.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What the database believes of its tables. A run fills them faster than the database looks at them
 * by itself, and plans that were made for empty tables take hours over full ones.
 */
final class Statistics {
    private static final String RENEW =
            """
            analyze outcome (item, session, state, stage, file), occurrence (item, session, source),
                file (id, first_item, blake3), file_name (file, stage), musical_metadata (file),
                track_split (item, parent, parent_item, child), export (drive, file),
                rendition (drive, tree, file)
            """;

    private Statistics() {}

    /** Looks at what the long queries join and select by. */
    static int renew(Connection connection) throws SQLException {
        try (var analyze = connection.createStatement()) {
            return analyze.executeUpdate(RENEW);
        }
    }
}
