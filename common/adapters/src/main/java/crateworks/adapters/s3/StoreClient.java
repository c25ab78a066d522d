package crateworks.adapters.s3;

import crateworks.pipeline.port.Outage;
import io.minio.BucketExistsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;

/**
 * The connection to the object store. Everything that goes wrong with it is an {@link Outage},
 * except an object that is not there or is not the one that was asked for.
 */
public final class StoreClient implements AutoCloseable {
    static final String OUT = "the object store";

    private static final int CONNECTIONS_KEPT = 32;
    private static final List<String> ABSENT = List.of("NoSuchKey", "InvalidRange");

    private final StoreSettings settings;
    private final OkHttpClient http;
    private final MinioClient client;

    private StoreClient(StoreSettings settings) {
        this.settings = settings;
        this.http = http(settings);
        this.client =
                MinioClient.builder()
                        .endpoint(settings.endpoint().toString())
                        .region(settings.region())
                        .credentials(settings.accessKey(), settings.secretKey())
                        .httpClient(http, true)
                        .build();
    }

    /** Connects and creates the two buckets where they are missing. */
    public static StoreClient open(StoreSettings settings) throws Outage {
        var store = new StoreClient(settings);
        try {
            store.createBucket(settings.packs());
            store.createBucket(settings.inbox());
            return store;
        } catch (Outage e) {
            store.close();
            throw e;
        }
    }

    /** Whether the store answers and has its buckets; an {@link Outage} when not. */
    public void check() throws Outage {
        for (String bucket : List.of(settings.packs(), settings.inbox())) {
            var question = BucketExistsArgs.builder().bucket(bucket).build();
            if (!ask(client -> client.bucketExists(question)).orElse(false)) {
                throw new Outage(OUT, "bucket " + bucket + " is missing");
            }
        }
    }

    StoreSettings settings() {
        return settings;
    }

    /** Makes a request; empty when the object is not there. */
    <T> Optional<T> ask(Request<T> request) throws Outage {
        try {
            return Optional.of(request.make(client));
        } catch (ErrorResponseException e) {
            if (isAbsent(e)) {
                return Optional.empty();
            }
            throw outage(e);
        } catch (MinioException | IOException | IllegalStateException e) { // what MinIO wraps in
            throw outage(e);
        }
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    static Outage outage(Throwable failure) {
        if (failure instanceof Outage known) {
            return known;
        }
        if (failure.getCause() instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return new Outage(OUT, Objects.requireNonNullElse(failure.getMessage(), OUT), failure);
    }

    /** A failed condition (412) means that another object lies there now. */
    private static boolean isAbsent(ErrorResponseException failure) {
        int status = failure.response().code();
        return status == 412
                || status == 416
                || ABSENT.contains(Objects.requireNonNullElse(failure.errorResponse().code(), ""));
    }

    /** Creates a bucket where it is missing. */
    void createBucket(String bucket) throws Outage {
        try {
            if (!client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
                client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
            }
        } catch (ErrorResponseException e) {
            String code = Objects.requireNonNullElse(e.errorResponse().code(), "");
            if (!code.equals("BucketAlreadyOwnedByYou") && !code.equals("BucketAlreadyExists")) {
                throw outage(e);
            }
        } catch (MinioException | IllegalStateException e) { // what MinIO wraps in
            throw outage(e);
        }
    }

    private static OkHttpClient http(StoreSettings settings) {
        var dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(256);
        dispatcher.setMaxRequestsPerHost(256); // 5 unless told otherwise
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(CONNECTIONS_KEPT, 5, TimeUnit.MINUTES))
                .socketFactory(new PromptSockets())
                .callTimeout(settings.requestLimit())
                .addInterceptor(new PatientListing(settings.requestLimit()))
                .build();
    }

    /**
     * Waits for a listing as long as a request may take: servers that keep objects in a file system
     * go through a whole folder before they answer with the first byte.
     */
    private record PatientListing(Duration limit) implements Interceptor {
        @Override
        public Response intercept(Chain chain) throws IOException {
            boolean lists = chain.request().url().queryParameter("list-type") != null;
            Chain patient =
                    lists
                            ? chain.withReadTimeout((int) limit.toSeconds(), TimeUnit.SECONDS)
                            : chain;
            return patient.proceed(chain.request());
        }
    }

    /** A use of the client that may fail in the ways of the client. */
    interface Request<T> {
        T make(MinioClient client) throws MinioException, IOException;
    }

    /** Sockets that send at once: header and body go in two writes, and Nagle waits 40 ms. */
    private static final class PromptSockets extends SocketFactory {
        private final SocketFactory sockets = SocketFactory.getDefault();

        @Override
        public Socket createSocket() throws IOException {
            return prompt(sockets.createSocket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return prompt(sockets.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort)
                throws IOException {
            return prompt(sockets.createSocket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return prompt(sockets.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
                throws IOException {
            return prompt(sockets.createSocket(host, port, local, localPort));
        }

        private static Socket prompt(Socket socket) throws IOException {
            socket.setTcpNoDelay(true);
            return socket;
        }
    }
}
