package crateworks.infra.data;

import java.util.Set;

/**
 * How to reach the parts that run on a data directory, all on the loopback interface.
 *
 * @param pid the process that runs them
 * @param parts which of them run; asking for the address of another one is a mistake
 */
public record Connections(long pid, Set<Part> parts, Ports ports, Credentials credentials) {
    private static final String HOST = "127.0.0.1";

    /** The database that exists from the first start on, empty. */
    public static final String DATABASE = "crateworks";

    public Connections {
        parts = Set.copyOf(parts);
    }

    public String bootstrapServers() {
        return HOST + ":" + port(PortUse.BROKER);
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://" + HOST + ":" + port(PortUse.DATABASE) + "/" + DATABASE;
    }

    public String databaseUser() {
        return credentials.databaseUser();
    }

    public String databasePassword() {
        return credentials.databasePassword();
    }

    public String s3Endpoint() {
        return "http://" + HOST + ":" + port(PortUse.STORE);
    }

    public String s3AccessKey() {
        return credentials.storeAccessKey();
    }

    public String s3SecretKey() {
        return credentials.storeSecretKey();
    }

    private int port(PortUse use) {
        if (!parts.contains(use.part())) {
            throw new IllegalStateException(use.description() + " was not started");
        }
        return ports.of(use);
    }
}
