package crateworks.cli;

import crateworks.infra.data.DataDirectory;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the library's records are kept. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The data directory (default: crateworks in the user's data home, usually"
                            + " ~/.local/share).")
    @Nullable Path data;

    DataDirectory directory() {
        return data == null
                ? DataDirectory.standard(System.getenv(), Path.of(System.getProperty("user.home")))
                : DataDirectory.at(data);
    }
}
