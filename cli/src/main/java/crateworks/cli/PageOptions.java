package crateworks.cli;

import crateworks.web.http.PageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the page is served. */
final class PageOptions {
    private static final int PORT_MAX = 65_535;

    @Option(
            names = "--page-port",
            paramLabel = "PORT",
            description =
                    "Where the page is served (default: " + PageSettings.PORT + ", or a free one).")
    @Nullable Integer port;

    @Option(
            names = "--page-bind",
            paramLabel = "ADDRESS",
            defaultValue = PageSettings.LOOPBACK,
            description =
                    "The address to serve the page at (default: ${DEFAULT-VALUE}, which only this"
                            + " computer reaches). Another one needs a token, in CRATEWORKS_TOKEN or"
                            + " the file that CRATEWORKS_TOKEN_FILE names.")
    String bind = PageSettings.LOOPBACK;

    @Option(names = "--no-page", description = "Serve no page.")
    boolean none;

    /** Refuses what does not fit; a port that is taken is replaced unless it was asked for. */
    PageSettings settings(Map<String, String> environment) {
        if (port != null && (port < 0 || port > PORT_MAX)) {
            throw new Usage(ExitCode.USAGE, "--page-port takes a number up to 65,535.");
        }
        try {
            return new PageSettings(
                    bind,
                    port == null ? PageSettings.PORT : port,
                    port == null,
                    token(environment),
                    Set.of());
        } catch (IllegalArgumentException e) {
            throw new Usage(ExitCode.USAGE, "--page-bind: " + e.getMessage() + ".");
        }
    }

    private static Optional<String> token(Map<String, String> environment) {
        String file = environment.getOrDefault("CRATEWORKS_TOKEN_FILE", "");
        if (file.isBlank()) {
            return Optional.of(environment.getOrDefault("CRATEWORKS_TOKEN", "").strip())
                    .filter(token -> !token.isEmpty());
        }
        try {
            return Optional.of(Files.readString(Path.of(file)).strip());
        } catch (IOException e) {
            throw new Usage(
                    ExitCode.NO_INPUT, "CRATEWORKS_TOKEN_FILE names a file that cannot be read.");
        }
    }

    /** Folders that imports may start from, as absolute paths without links. */
    static List<Path> roots(List<Path> named) {
        if (named.isEmpty()) {
            Path home = Path.of(System.getProperty("user.home"));
            return Files.isDirectory(home) ? List.of(home) : List.of();
        }
        var roots = new ArrayList<Path>();
        for (Path root : named) {
            roots.add(Folders.source(root));
        }
        return List.copyOf(roots);
    }
}
