package crateworks.web.http;

import crateworks.pipeline.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/** The files of the page, which lie on the class path. */
final class StaticFiles {
    private static final String FOLDER = "/crateworks/web/page/";
    private static final String DOCUMENT = "/crateworks/web/openapi.yaml";
    private static final Pattern NAME = Pattern.compile("/[A-Za-z0-9_-][A-Za-z0-9_./-]*");
    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("html", "text/html; charset=utf-8"),
                    Map.entry("js", "text/javascript; charset=utf-8"),
                    Map.entry("mjs", "text/javascript; charset=utf-8"),
                    Map.entry("css", "text/css; charset=utf-8"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("png", "image/png"),
                    Map.entry("ico", "image/x-icon"),
                    Map.entry("woff2", "font/woff2"),
                    Map.entry("json", "application/json"),
                    Map.entry("webmanifest", "application/manifest+json"),
                    Map.entry("yaml", "application/yaml"));

    /** A file, with the tag that changes with its content. */
    record StaticFile(String contentType, String tag, Bytes content) {}

    private final Map<String, Optional<StaticFile>> known = new ConcurrentHashMap<>();

    /** The file at a path; for paths that are pages of their own the one page there is. */
    Optional<StaticFile> at(String path) {
        if (path.equals("/") || !path.substring(path.lastIndexOf('/')).contains(".")) {
            return file(FOLDER + "index.html");
        }
        if (path.equals("/openapi.yaml")) {
            return file(DOCUMENT);
        }
        Optional<String> ofLibrary = BrowserLibraries.resource(path);
        if (ofLibrary.isPresent()) {
            return file(ofLibrary.get());
        }
        return NAME.matcher(path).matches() && !path.contains("..")
                ? file(FOLDER + path.substring(1))
                : Optional.empty();
    }

    private Optional<StaticFile> file(String resource) {
        Optional<StaticFile> file = known.get(resource);
        if (file != null) {
            return file;
        }
        Optional<StaticFile> read = read(resource);
        if (read.isPresent()) { // names that callers make up are not kept
            known.put(resource, read);
        }
        return read;
    }

    private static Optional<StaticFile> read(String resource) {
        String type = TYPES.get(resource.substring(resource.lastIndexOf('.') + 1));
        if (type == null) {
            return Optional.empty();
        }
        try (InputStream in = StaticFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] content = in.readAllBytes();
            var sum = new CRC32C();
            sum.update(content);
            String tag = "\"" + Long.toHexString(sum.getValue()) + "-" + content.length + "\"";
            return Optional.of(new StaticFile(type, tag, Bytes.of(content)));
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + resource, e);
        }
    }
}
