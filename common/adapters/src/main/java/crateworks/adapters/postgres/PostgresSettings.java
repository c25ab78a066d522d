package crateworks.adapters.postgres;

/**
 * Where the database is.
 *
 * @param url {@code jdbc:postgresql://host:port/name}
 * @param connectionsMax the most connections held at a time; one is used by each call
 */
public record PostgresSettings(String url, String user, String password, int connectionsMax) {
    public PostgresSettings {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("not the address of a PostgreSQL database: " + url);
        }
        if (connectionsMax < 1) {
            throw new IllegalArgumentException("no connections: " + connectionsMax);
        }
    }

    @Override
    public String toString() {
        return url;
    }
}
