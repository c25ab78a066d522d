package crateworks.infra.store;

import crateworks.infra.data.Connections;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An S3-compatible server on the loopback interface; an object is a file below one folder. */
public final class ObjectStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectStore.class);

    /**
     * Requests at once, since the body of a signed upload is held in memory until it is checked.
     */
    private static final int THREADS_MAX = 16;

    private final S3Proxy server;

    private ObjectStore(S3Proxy server) {
        this.server = server;
    }

    public static ObjectStore start(Path folder, Connections connections, Duration closeLimit)
            throws IOException {
        S3Proxy server =
                S3Proxy.builder()
                        .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                        .endpoint(URI.create(connections.s3Endpoint()))
                        .awsAuthentication(
                                AuthenticationType.AWS_V2_OR_V4,
                                connections.s3AccessKey(),
                                connections.s3SecretKey())
                        .jettyMaxThreads(THREADS_MAX)
                        .stopTimeout(closeLimit.toMillis())
                        .build();
        try {
            server.start();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) { // what S3Proxy declares
            throw new IOException("the object store did not start", e);
        }
        return new ObjectStore(server);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) { // what S3Proxy declares
            LOG.warn("the object store did not stop", e);
        }
    }
}
