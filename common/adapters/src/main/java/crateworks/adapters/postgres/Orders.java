package crateworks.adapters.postgres;

import crateworks.pipeline.session.Order;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What sessions were asked for; that never changes, so each is read once. */
final class Orders {
    private final Map<Long, Order> orders = new ConcurrentHashMap<>();

    Optional<Order> of(Connection connection, long session) throws SQLException {
        Order known = orders.get(session);
        if (known != null) {
            return Optional.of(known);
        }
        try (var select = connection.prepareStatement("select asked from session where id = ?")) {
            select.setLong(1, session);
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                Order order = Json.read(rows.getString(1), Order.class);
                orders.put(session, order);
                return Optional.of(order);
            }
        }
    }

    boolean exports(Connection connection, long session) throws SQLException {
        return of(connection, session).filter(Order::exports).isPresent();
    }
}
