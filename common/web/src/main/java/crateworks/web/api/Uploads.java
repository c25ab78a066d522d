package crateworks.web.api;

import java.io.IOException;
import java.io.InputStream;

/** Where files go that are dropped on the page. */
@FunctionalInterface
public interface Uploads {
    /** Keeps {@code bytes} bytes under {@code key}, all of them or none. */
    void put(String key, InputStream content, long bytes) throws IOException;
}
