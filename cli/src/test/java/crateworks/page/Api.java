package crateworks.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server past the page, for what a test needs before it begins. */
final class Api {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SECONDS_MAX = 60;
    private static final long POLL_MILLIS = 100;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;
    private final String token;

    Api(String base) {
        this(base, "");
    }

    /** For a server that answers only who knows its token. */
    Api(String base, String token) {
        this.base = base;
        this.token = token;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return answer(request(path).build());
    }

    JsonNode post(String path, String body) throws IOException, InterruptedException {
        return answer(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    /** Starts an import of a folder of the root. */
    long start(String folder) throws IOException, InterruptedException {
        String root = get("/api/roots").path("roots").path(0).path("name").asString();
        String order =
                JSON.writeValueAsString(
                        JSON.createObjectNode().put("root", root).put("path", folder));
        return post("/import/start", order).path("session").asLong();
    }

    /** Takes a folder of the root in. */
    void take(String folder) throws IOException, InterruptedException {
        awaitState(start(folder), "COMPLETED");
    }

    void awaitState(long session, String state) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
        JsonNode status = get("/import/status/" + session);
        while (!status.path("session").path("state").asString().equals(state)) {
            assertThat(System.nanoTime()).as("still %s", status).isLessThan(end);
            Thread.sleep(POLL_MILLIS);
            status = get("/import/status/" + session);
        }
    }

    private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
        return JSON.readTree(response.body());
    }
}
