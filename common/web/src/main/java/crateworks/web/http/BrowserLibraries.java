package crateworks.web.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Files of libraries for browsers that come as jars, under paths without their versions. */
final class BrowserLibraries {
    private static final String UPLOT = folder("uplot") + "dist/";
    private static final Map<String, String> RESOURCES =
            Map.of(
                    "/webjars/uplot/uPlot.esm.js", UPLOT + "uPlot.esm.js",
                    "/webjars/uplot/uPlot.min.css", UPLOT + "uPlot.min.css");

    private BrowserLibraries() {}

    /** Where on the class path the file at {@code path} is. */
    static Optional<String> resource(String path) {
        return Optional.ofNullable(RESOURCES.get(path));
    }

    private static String folder(String library) {
        String about = "/META-INF/maven/org.webjars.npm/" + library + "/pom.properties";
        try (InputStream in = BrowserLibraries.class.getResourceAsStream(about)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + about);
            }
            var properties = new Properties();
            properties.load(in);
            return "/META-INF/resources/webjars/"
                    + library
                    + "/"
                    + properties.getProperty("version")
                    + "/";
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + about, e);
        }
    }
}
