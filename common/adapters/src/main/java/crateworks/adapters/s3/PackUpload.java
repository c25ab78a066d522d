package crateworks.adapters.s3;

import crateworks.pipeline.port.Outage;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/**
 * Stores a pack with one PUT to a presigned address. Such a request costs half the CPU of the
 * client's own, which signs the body as well; what must not change on the way is checked by the
 * server all the same, against the MD5 that is sent along.
 */
final class PackUpload implements AutoCloseable {
    private static final int URL_MINUTES = 15;

    private final StoreClient store;
    private final HttpClient http;

    PackUpload(StoreClient store) {
        this.store = store;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(store.settings().requestLimit())
                        .build();
    }

    void put(String pack, byte[] content) throws Outage, InterruptedException {
        put(pack, content, md5(content));
    }

    void put(String pack, byte[] content, byte[] md5) throws Outage, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address(pack)))
                        .timeout(store.settings().requestLimit())
                        .header("Content-Type", "application/octet-stream")
                        .header("Content-MD5", Base64.getEncoder().encodeToString(md5))
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(content))
                        .build();
        HttpResponse<String> response;
        try {
            response = http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw StoreClient.outage(e);
        }
        if (response.statusCode() != 200) {
            throw new Outage(
                    StoreClient.OUT,
                    "pack " + pack + " was refused with status " + response.statusCode());
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private String address(String pack) throws Outage {
        return store.ask(
                        client ->
                                client.getPresignedObjectUrl(
                                        GetPresignedObjectUrlArgs.builder()
                                                .method(Http.Method.PUT)
                                                .bucket(store.settings().packs())
                                                .object(pack)
                                                .expiry(URL_MINUTES, TimeUnit.MINUTES)
                                                .build()))
                .orElseThrow();
    }

    private static byte[] md5(byte[] content) {
        try {
            return MessageDigest.getInstance("MD5").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
