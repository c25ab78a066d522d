package crateworks.faults;

import crateworks.infra.data.Connections;
import crateworks.infra.data.Part;
import crateworks.infra.data.PortUse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Broker, database and store, each a process of its own. */
final class Servers implements AutoCloseable {
    private final Map<Part, Server> parts = new EnumMap<>(Part.class);

    private Servers() {}

    static Servers start(Path folder) throws IOException {
        var servers = new Servers();
        for (Part part : Part.values()) {
            Path data = folder.resolve("data-" + part.name().toLowerCase(Locale.ROOT));
            servers.parts.put(part, Server.start(part, data));
        }
        return servers;
    }

    Server of(Part part) {
        return Objects.requireNonNull(parts.get(part));
    }

    Connections database() {
        return of(Part.DATABASE).connections();
    }

    Connections store() {
        return of(Part.STORE).connections();
    }

    String bootstrapServers() {
        return of(Part.BROKER).connections().bootstrapServers();
    }

    int port(PortUse use) {
        return of(use.part()).connections().ports().of(use);
    }

    @Override
    public void close() throws IOException {
        for (Server server : parts.values()) {
            server.close();
        }
    }
}
