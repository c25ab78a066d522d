package crateworks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.cli.RunningPage.Said;
import crateworks.web.http.PageServer;
import crateworks.web.http.PageSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page refuses, and that nothing leaks or gets stuck by it, on the whole stack. */
@Timeout(180)
class PageRefusalsTest {
    @TempDir static Path folder;
    private static RunningPage page;

    @BeforeAll
    static void start() throws Exception {
        page = RunningPage.start(folder);
        page.drop("there/is one.mid", 3);
        page.imported("there");
    }

    @AfterAll
    static void stop() {
        page.close();
    }

    @Test
    void whatIsUnknownIsSaidSo() throws Exception {
        assertThat(page.get("/import/status/4711").code()).isEqualTo("UNKNOWN_SESSION");
        assertThat(page.get("/import/status/none").code()).isEqualTo("UNKNOWN_SESSION");
        assertThat(page.post("/import/cancel/4711", "{}").code()).isEqualTo("UNKNOWN_SESSION");
        assertThat(page.get("/events?session_id=4711").code()).isEqualTo("UNKNOWN_SESSION");
        assertThat(page.get("/api/files/4711").code()).isEqualTo("UNKNOWN_FILE");
        assertThat(page.get("/api/files/4711/notes").code()).isEqualTo("UNKNOWN_FILE");
        assertThat(page.get("/api/nothing").code()).isEqualTo("UNKNOWN_PATH");
    }

    @Test
    void noFolderOutsideOfTheRootsIsReadOrNamed() throws Exception {
        Files.createDirectories(folder.resolve("secret"));
        Path link = page.root.resolve("link");
        Files.createSymbolicLink(link, folder.resolve("secret"));
        try {
            for (String path :
                    List.of("..", "../secret", "/etc", "link", "a/../..", "./../music/..")) {
                Said listed = page.get("/api/roots/music/folders?path=" + path);
                assertThat(listed.code()).as(path).isIn("OUTSIDE_ROOTS", "NO_FOLDER");
                assertThat(listed.body()).doesNotContain("secret\"");
                assertThat(
                                page.post(
                                                "/import/start",
                                                "{\"root\":\"music\",\"path\":\"" + path + "\"}")
                                        .code())
                        .as(path)
                        .isIn("OUTSIDE_ROOTS", "NO_FOLDER");
            }
            assertThat(page.get("/api/roots/music/folders").body()).doesNotContain("link");
            assertThat(page.get("/api/roots/other/folders").code()).isEqualTo("UNKNOWN_ROOT");
        } finally {
            Files.delete(link);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' or 1=1 --",
                "%",
                "_",
                "\\",
                "a:*|!b",
                "\u0000",
                "\"; drop table file; --",
                "$1",
                "?"
            })
    void whatIsSearchedForIsNeverSql(String text) throws Exception {
        String encoded = java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
        for (String parameter : List.of("text", "tag", "category", "source")) {
            Said found = page.get("/api/files?" + parameter + "=" + encoded);
            assertThat(found.status()).as(parameter).isEqualTo(200);
            assertThat(found.json().path("files").size()).as(parameter).isZero();
        }
        assertThat(page.get("/api/tags?text=" + encoded).status()).isEqualTo(200);
        assertThat(page.get("/api/failed?code=" + encoded).json().path("files").size()).isZero();
        assertThat(page.get("/api/files?key=" + encoded).code()).isEqualTo("BAD_PARAMETER");
        assertThat(page.get("/api/files?after=" + encoded).code()).isEqualTo("BAD_PARAMETER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text=%ff%fe",
                "bpm_min=NaN",
                "bpm_max=Infinity",
                "limit=-1",
                "limit=99999999999999999999",
                "after=-1",
                "after=9223372036854775807",
                "alike=-5"
            })
    void whatIsNoTextAndNoNumberIsRefused(String query) throws Exception {
        Said refused = page.get("/api/files?" + query);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.contentType()).isEqualTo("application/problem+json");
        assertThat(refused.code()).isEqualTo("BAD_PARAMETER");
    }

    @Test
    void numbersOfAnySizeAreOnlyNumbers() throws Exception {
        String query = "bpm_min=-1e308&bpm_max=1e308&bars_min=-1e300&bars_max=1e300&seconds_min=-9";
        assertThat(page.get("/api/files?" + query).status()).isEqualTo(200);
        assertThat(page.get("/api/files/counts?" + query).status()).isEqualTo(200);
        assertThat(page.get("/api/files?bpm_min=1e308").json().path("files").size()).isZero();
    }

    @Test
    void aQueryWithoutEndIsRefusedAtOnce() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), page.port())) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write("GET /api/files?text=".getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = "a".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            var in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            String answer = "";
            try {
                for (int sent = 0; sent < 1_600 && !in.ready(); sent++) {
                    out.write(chunk);
                }
                answer = in.readLine();
            } catch (java.net.SocketException cutOff) {
                answer = "cut off";
            }
            assertThat(answer).matches("cut off|HTTP/1.1 4(14|31) .*");
        }
        assertThat(page.get("/api/ledger").status()).isEqualTo(200);
    }

    @Test
    void twoHundredListenersDoNotKeepTheApiWaiting() throws Exception {
        var sockets = new ArrayList<Socket>();
        try {
            for (int at = 0; at < 200; at++) {
                var socket = new Socket(InetAddress.getLoopbackAddress(), page.port());
                socket.getOutputStream()
                        .write(
                                "GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                        .getBytes(StandardCharsets.US_ASCII));
                sockets.add(socket);
            }
            long untilNanos = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (page.get("/api/system").json().path("streams").asInt() < 200) {
                assertThat(System.nanoTime()).isLessThan(untilNanos);
                Thread.sleep(100);
            }
            long beganNanos = System.nanoTime();
            for (int call = 0; call < 20; call++) {
                assertThat(page.get("/api/files?limit=10").status()).isEqualTo(200);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - beganNanos))
                    .isLessThan(Duration.ofSeconds(20));
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void withATokenNothingIsAnsweredWithoutIt() throws Exception {
        String token = "a token of 24 characters";
        var settings = new PageSettings("127.0.0.1", 0, false, Optional.of(token), Set.of());
        try (PageServer guarded = PageServer.start(settings, page.wiring.routes())) {
            var ledger = java.net.URI.create("http://127.0.0.1:" + guarded.port() + "/api/ledger");
            var login = java.net.URI.create("http://127.0.0.1:" + guarded.port() + "/api/login");
            assertThat(page.said(HttpRequest.newBuilder(ledger)).code()).isEqualTo("TOKEN_NEEDED");
            assertThat(
                            page.said(
                                            HttpRequest.newBuilder(ledger)
                                                    .header("Authorization", "Bearer wrong"))
                                    .code())
                    .isEqualTo("WRONG_TOKEN");
            assertThat(
                            page.said(
                                            HttpRequest.newBuilder(ledger)
                                                    .header("Authorization", "Bearer " + token))
                                    .status())
                    .isEqualTo(200);
            Said refused =
                    page.said(
                            HttpRequest.newBuilder(login)
                                    .header("Content-Type", "application/json")
                                    .POST(
                                            HttpRequest.BodyPublishers.ofString(
                                                    "{\"token\":\"guess\"}")));
            assertThat(refused.code()).isEqualTo("WRONG_TOKEN");
            assertThat(refused.body()).doesNotContain(token).doesNotContain("guess");
            Said accepted =
                    page.said(
                            HttpRequest.newBuilder(login)
                                    .header("Content-Type", "application/json")
                                    .POST(
                                            HttpRequest.BodyPublishers.ofString(
                                                    "{\"token\":\"" + token + "\"}")));
            assertThat(accepted.status()).isEqualTo(204);
        }
    }

    @Test
    void pagesOfOthersNeitherReadNorChangeAnything() throws Exception {
        var json = "application/json";
        assertThat(
                        page.said(
                                        HttpRequest.newBuilder(page.uri("/import/start"))
                                                .header("Content-Type", json)
                                                .header("Origin", "http://evil.example")
                                                .POST(HttpRequest.BodyPublishers.ofString("{}")))
                                .code())
                .isEqualTo("FOREIGN_ORIGIN");
        assertThat(
                        page.said(
                                        HttpRequest.newBuilder(page.uri("/import/start"))
                                                .header("Content-Type", "text/plain")
                                                .POST(HttpRequest.BodyPublishers.ofString("{}")))
                                .code())
                .isEqualTo("NOT_JSON");
        assertThat(raw("GET /api/ledger HTTP/1.1\r\nHost: evil.example\r\n"))
                .contains("FOREIGN_HOST")
                .doesNotContain("discovered");
    }

    @Test
    void whatIsNoAddressIsRefused() throws Exception {
        assertThat(raw("GET /api/files?text=%zz HTTP/1.1\r\nHost: 127.0.0.1\r\n"))
                .startsWith("HTTP/1.1 400")
                .doesNotContain("\tat ");
    }

    /** The whole answer to a request that no client would send; the connection ends behind it. */
    private static String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), page.port())) {
            socket.getOutputStream()
                    .write(
                            (request + "Connection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"root\":3}",
                "{\"root\":\"music\",\"limit\":-1}",
                "{",
                "{} {}",
                "null"
            })
    void bodiesThatDoNotFitAreRefused(String body) throws Exception {
        assertThat(page.post("/import/start", body).code()).isEqualTo("BAD_BODY");
        assertThat(page.post("/api/failed/retry", body).code()).isEqualTo("BAD_BODY");
    }

    @Test
    void aBodyWithoutEndIsRefused() throws Exception {
        assertThat(
                        page.post("/api/failed/retry", "{\"code\":\"" + "x".repeat(100_000) + "\"}")
                                .code())
                .isEqualTo("TOO_LARGE");
    }
}
