package crateworks.laws;

import crateworks.adapters.postgres.Postgres;
import crateworks.adapters.postgres.PostgresSessions;
import crateworks.adapters.postgres.PostgresSettings;
import crateworks.infra.EmbeddedStack;
import crateworks.infra.StackSettings;
import crateworks.infra.data.Connections;
import crateworks.infra.data.DataDirectory;
import crateworks.infra.data.Part;
import crateworks.pipeline.session.Ledger;
import crateworks.pipeline.session.Session;
import crateworks.testkit.Conservation;
import crateworks.testkit.NoEffectTwice;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.EnumSet;

/** The rows of a data directory, after runs. */
public final class Rows {
    private Rows() {}

    /** The balance of everything, after making sure of the laws of rows. */
    static Ledger keepTheLaws(Path data) throws Exception {
        try (var stack =
                EmbeddedStack.start(
                        DataDirectory.at(data), StackSettings.of(EnumSet.of(Part.DATABASE)))) {
            return keepTheLaws(stack.connections());
        }
    }

    /** As {@link #keepTheLaws(Path)}, of a database that runs. */
    public static Ledger keepTheLaws(Connections to) throws Exception {
        var settings =
                new PostgresSettings(to.jdbcUrl(), to.databaseUser(), to.databasePassword(), 2);
        try (Postgres postgres = Postgres.open(settings);
                var connection =
                        DriverManager.getConnection(
                                to.jdbcUrl(), to.databaseUser(), to.databasePassword())) {
            new NoEffectTwice(connection).holds();
            var sessions = new PostgresSessions(postgres);
            for (Session session : sessions.all()) {
                new Conservation(sessions).holdsAtRest(session.id());
            }
            return sessions.total();
        }
    }
}
