package crateworks.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A server, a browser and a folder of files, which the tests of a class share. */
final class Scene implements AutoCloseable {
    private final Path room;
    private final Path midi;
    private final Browser browser;
    private final Server server;
    private final Api api;

    private Scene(Path room, Path midi, Browser browser, Server server) {
        this.room = room;
        this.midi = midi;
        this.browser = browser;
        this.server = server;
        this.api = new Api(server.base());
    }

    private static Scene open() throws IOException, InterruptedException {
        Path room = Files.createTempDirectory("crateworks-page");
        Browser browser = Browser.start(room.resolve("profile"));
        try {
            Path midi = Files.createDirectories(room.resolve("midi"));
            Server server = Server.start(room, midi);
            browser.at(server.base());
            return new Scene(room, midi, browser, server);
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            browser.close();
            throw e;
        }
    }

    Path room() {
        return room;
    }

    /** The folder that imports may start from. */
    Path midi() {
        return midi;
    }

    Browser browser() {
        return browser;
    }

    Server server() {
        return server;
    }

    Api api() {
        return api;
    }

    @Override
    public void close() throws IOException {
        browser.close();
        server.close();
        try (Stream<Path> all = Files.walk(room)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /**
     * Opens the scene for the first test of a class; it is closed after the last one, since it
     * would slow down whatever is tried next.
     */
    static final class Opening implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Scene.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            ExtensionContext ofClass =
                    context.getTestMethod().isPresent()
                            ? context.getParent().orElseThrow()
                            : context;
            return ofClass.getStore(Namespace.create(Scene.class))
                    .computeIfAbsent(Scene.class, _ -> opened(), Scene.class);
        }

        private static Scene opened() {
            try {
                return open();
            } catch (IOException e) {
                throw new IllegalStateException("the page cannot be tried", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
