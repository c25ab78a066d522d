package crateworks.distributed;

import crateworks.infra.EmbeddedStack;
import crateworks.infra.StackSettings;
import crateworks.infra.data.Connections;
import crateworks.infra.data.DataDirectory;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The services against the servers that the command runs by itself. */
@TestInstance(Lifecycle.PER_CLASS)
class EmbeddedServicesTest extends ServicesSuite {
    private @Nullable EmbeddedStack stack;

    @BeforeAll
    void start(@TempDir Path data) throws InterruptedException {
        stack =
                EmbeddedStack.start(
                        DataDirectory.at(data.resolve("data")), StackSettings.everything());
    }

    @AfterAll
    void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @Override
    Addresses addresses() {
        if (stack == null) {
            throw new IllegalStateException("the stack is not there");
        }
        Connections at = stack.connections();
        return new Addresses(
                at.bootstrapServers(),
                at.jdbcUrl(),
                at.databaseUser(),
                at.databasePassword(),
                at.s3Endpoint(),
                at.s3AccessKey(),
                at.s3SecretKey());
    }
}
