package crateworks.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crateworks.pipeline.port.Outage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PageServerTest {
    private static final Routes ROUTES =
            new Routes()
                    .get(
                            "/api/things/{thing}",
                            call -> Answer.ok(Map.of("is", call.variable("thing"))))
                    .get(
                            "/api/failing",
                            _ -> {
                                throw new Outage("the database", "secret address");
                            })
                    .post("/api/things", call -> Answer.accepted(call.body()));

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void thePageAndItsDocumentAreServed() throws Exception {
        try (PageServer server = PageServer.start(PageSettings.loopback(0, false), ROUTES)) {
            assertThat(get(server, "/").body()).contains("<title>Crateworks");
            assertThat(get(server, "/openapi.yaml").body()).startsWith("openapi: 3.1.0");
            assertThat(get(server, "/..%2fhttp/Guard.class").statusCode()).isIn(400, 404);
            assertThat(get(server, "/webjars/uplot/uPlot.esm.js").body()).contains("uPlot");
            assertThat(get(server, "/webjars/uplot/package.json").statusCode()).isEqualTo(404);
            assertThat(get(server, "/none.js").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void callsAreRoutedByMethodAndPath() throws Exception {
        try (PageServer server = PageServer.start(PageSettings.loopback(0, false), ROUTES)) {
            assertThat(get(server, "/api/things/a%20b").body()).isEqualTo("{\"is\":\"a b\"}");
            assertThat(get(server, "/api/none").body()).contains("UNKNOWN_PATH");
            HttpResponse<String> wrong = get(server, "/api/things");
            assertThat(wrong.statusCode()).isEqualTo(405);
            assertThat(wrong.headers().firstValue("Allow")).hasValue("POST");
        }
    }

    @Test
    void healthAndMetricsAreLeftToOthersButNotToPagesOfOthers() throws Exception {
        var page = new PageHandler(PageSettings.loopback(0, false), Optional::empty);
        try (var server = new OtherServer(page)) {
            assertThat(server.get("/health", "127.0.0.1")).contains(" 200 ", "of others");
            assertThat(server.get("/actuator/prometheus", "localhost")).contains("of others");
            assertThat(server.get("/health", "evil.example")).contains(" 403 ", "FOREIGN_HOST");
            assertThat(server.get("/", "127.0.0.1")).contains(" 200 ", "<title>Crateworks");
            assertThat(server.get("/api/ledger", "127.0.0.1")).contains(" 503 ", "STARTING");
        }
    }

    @Test
    void anOutageIsToldWithoutItsInsides() throws Exception {
        try (PageServer server = PageServer.start(PageSettings.loopback(0, false), ROUTES)) {
            HttpResponse<String> response = get(server, "/api/failing");

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Content-Type"))
                    .hasValue("application/problem+json");
            assertThat(response.body()).contains("the database").doesNotContain("secret");
        }
    }

    @Test
    void aPortThatIsTakenIsReplacedOnlyIfItMayBe() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = other.getLocalPort();
            try (PageServer moved = PageServer.start(PageSettings.loopback(taken, true), ROUTES)) {
                assertThat(moved.hasMoved()).isTrue();
                assertThat(get(moved, "/").statusCode()).isEqualTo(200);
            }
            assertThatThrownBy(() -> PageServer.start(PageSettings.loopback(taken, false), ROUTES))
                    .isInstanceOf(Outage.class);
        }
    }

    @Test
    void aServerForOthersNeedsAToken() {
        assertThatThrownBy(() -> new PageSettings("0.0.0.0", 0, false, Optional.empty(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private HttpResponse<String> get(PageServer server, String path)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
