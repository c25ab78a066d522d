package crateworks.adapters.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import crateworks.pipeline.port.Outage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.api.FlywayException;

/** The database with its tables, and a few open connections to it. */
public final class Postgres implements AutoCloseable {
    /** How long a call waits for a free connection before it counts as an outage. */
    private static final Duration CONNECTION_PATIENCE = Duration.ofSeconds(20);

    /** Longer than any statement of a batch takes, so that a dead network is noticed. */
    private static final Duration SILENCE_MAX = Duration.ofMinutes(5);

    /** The view {@code music} joins seven tables by itself; else it would be made as a whole. */
    private static final String JOINED_IN_ANY_ORDER =
            " -c join_collapse_limit=20 -c from_collapse_limit=20 -c geqo=off";

    /**
     * Batches always go from a short list of keys through indexes; plans are made once, also while
     * the tables are still empty.
     */
    private static final String BATCH_PLANNING =
            "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_hashjoin=off"
                    + " -c enable_mergejoin=off -c jit=off"
                    + JOINED_IN_ANY_ORDER;

    private final HikariDataSource pool;
    private final Transactions transactions;
    private final TagDictionary tags;
    private final Orders orders = new Orders();

    private Postgres(HikariDataSource pool) {
        this.pool = pool;
        this.transactions = new Transactions(pool);
        this.tags = new TagDictionary(transactions);
    }

    /** Connects, and brings the tables up to date; several processes may do so at once. */
    public static Postgres open(PostgresSettings settings) throws Outage {
        return open(settings, CONNECTION_PATIENCE);
    }

    static Postgres open(PostgresSettings settings, Duration patience) throws Outage {
        var pool = new HikariDataSource(poolOf(settings, patience));
        try {
            checkReachable(pool);
            Migrations.run(pool);
            return new Postgres(pool);
        } catch (FlywayException | SQLException e) {
            pool.close();
            throw new Outage(Trouble.THE_DATABASE, "cannot prepare tables: " + e.getMessage(), e);
        } catch (Outage e) {
            pool.close();
            throw e;
        }
    }

    /** Whether the database answers; an {@link Outage} when it does not. */
    public void check() throws Outage {
        checkReachable(pool);
    }

    /** A connection of the caller's own, which counts among those held until it is closed. */
    Connection connection() throws SQLException {
        return pool.getConnection();
    }

    Transactions transactions() {
        return transactions;
    }

    TagDictionary tags() {
        return tags;
    }

    Orders orders() {
        return orders;
    }

    @Override
    public void close() {
        pool.close();
    }

    private static void checkReachable(HikariDataSource pool) throws Outage {
        try (var connection = pool.getConnection()) {
            connection.rollback();
        } catch (SQLException e) {
            throw new Outage(Trouble.THE_DATABASE, String.valueOf(e.getMessage()), e);
        }
    }

    private static HikariConfig poolOf(PostgresSettings settings, Duration patience) {
        var config = new HikariConfig();
        config.setPoolName("crateworks-database");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(settings.connectionsMax());
        config.setMinimumIdle(1);
        config.setAutoCommit(false);
        config.setConnectionTimeout(patience.toMillis());
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", "crateworks");
        config.addDataSourceProperty("options", BATCH_PLANNING);
        config.addDataSourceProperty("prepareThreshold", "3");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("connectTimeout", "10");
        config.addDataSourceProperty("socketTimeout", Long.toString(SILENCE_MAX.toSeconds()));
        return config;
    }
}
