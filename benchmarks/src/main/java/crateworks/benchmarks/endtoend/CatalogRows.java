package crateworks.benchmarks.endtoend;

import crateworks.adapters.postgres.Postgres;
import crateworks.adapters.postgres.PostgresCatalog;
import crateworks.adapters.postgres.PostgresSettings;
import crateworks.infra.EmbeddedStack;
import crateworks.infra.StackSettings;
import crateworks.infra.data.Connections;
import crateworks.infra.data.DataDirectory;
import crateworks.infra.data.Part;
import crateworks.pipeline.port.Outage;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;

/**
 * Prints everything that a library knows of each file, a line each, so that two can be compared.
 */
public final class CatalogRows {
    private static final int CONNECTIONS = 2;

    private CatalogRows() {}

    /** Arguments: a data directory; or the address, user and password of a database. */
    public static void main(String[] words) throws Outage, InterruptedException {
        if (words.length == 1) {
            try (var stack =
                    EmbeddedStack.start(
                            DataDirectory.at(Path.of(words[0])),
                            StackSettings.of(EnumSet.of(Part.DATABASE)))) {
                Connections at = stack.connections();
                print(at.jdbcUrl(), at.databaseUser(), at.databasePassword());
            }
        } else {
            print(words[0], words[1], words[2]);
        }
    }

    private static void print(String url, String user, String password) throws Outage {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        try (var postgres = Postgres.open(new PostgresSettings(url, user, password, CONNECTIONS))) {
            new PostgresCatalog(postgres).each(out::println);
        }
        out.flush();
    }
}
