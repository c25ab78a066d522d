package crateworks.adapters.postgres;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the tables up to date. Flyway writes a migration and its row in the history over two
 * connections, one commit after the other; a process that ends between them leaves tables that are
 * refused for ever after, since they exist already. Over a single connection both are one
 * transaction.
 */
final class Migrations {
    private Migrations() {}

    static void run(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            Flyway.configure()
                    .dataSource(always(unclosed(connection)))
                    .locations("classpath:crateworks/postgres/migration")
                    .load()
                    .migrate();
        }
    }

    /** The connection, for somebody who closes it whenever he has done a part of his work. */
    private static Connection unclosed(Connection connection) {
        return proxy(
                Connection.class,
                (_, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getTargetException();
                    }
                });
    }

    private static DataSource always(Connection connection) {
        return proxy(
                DataSource.class,
                (_, method, _) -> {
                    if (method.getName().equals("getConnection")) {
                        return connection;
                    }
                    throw new SQLFeatureNotSupportedException(method.getName());
                });
    }

    private static <T> T proxy(Class<T> of, InvocationHandler handler) {
        return of.cast(
                Proxy.newProxyInstance(
                        Migrations.class.getClassLoader(), new Class<?>[] {of}, handler));
    }
}
