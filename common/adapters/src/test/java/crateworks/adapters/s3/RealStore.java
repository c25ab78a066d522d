package crateworks.adapters.s3;

import crateworks.infra.EmbeddedStack;
import crateworks.infra.StackSettings;
import crateworks.infra.data.DataDirectory;
import crateworks.infra.data.Part;
import crateworks.infra.data.PortUse;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/** An S3-compatible server with a client to it. */
final class RealStore implements AutoCloseable {
    private final EmbeddedStack stack;
    private final StoreSettings settings;
    private final StoreClient client;

    RealStore(Path folder) throws Exception {
        this(folder, OptionalInt.empty());
    }

    RealStore(Path folder, OptionalInt port) throws Exception {
        StackSettings parts = StackSettings.of(Set.of(Part.STORE));
        this.stack =
                EmbeddedStack.start(
                        DataDirectory.at(folder),
                        port.isPresent() ? parts.withPort(PortUse.STORE, port.getAsInt()) : parts);
        this.settings =
                StoreSettings.of(
                        URI.create(stack.s3Endpoint()),
                        stack.connections().s3AccessKey(),
                        stack.connections().s3SecretKey());
        this.client = StoreClient.open(settings);
    }

    StoreClient client() {
        return client;
    }

    StoreSettings settings() {
        return settings;
    }

    int port() {
        return settings.endpoint().getPort();
    }

    PackStore packs(long seed) {
        return new PackStore(client, new PackKeys(InstantSource.system(), new Random(seed)));
    }

    void stopServer() {
        stack.close();
    }

    @Override
    public void close() {
        client.close();
        stack.close();
    }
}
