package crateworks.page;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.distributed.ServiceProcess;
import crateworks.infra.EmbeddedStack;
import crateworks.infra.StackSettings;
import crateworks.infra.data.Connections;
import crateworks.infra.data.DataDirectory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The page of ingest-service as it is delivered, open to more than this computer. */
@Tag("look")
class ServicePageTest {
    private static final String TOKEN = "a long and secret token";

    @TempDir Path folder = Path.of("");

    @Test
    void aServiceShowsItsPageToWhoKnowsTheTokenAndGoesOnAfterItWasKilled() throws Exception {
        Path midi = Files.createDirectory(folder.resolve("midi"));
        noMusic(midi.resolve("first/one.mid"));
        ServiceProcess.jar("ingest-service");
        try (Browser browser = Browser.start(folder.resolve("profile"));
                EmbeddedStack stack =
                        EmbeddedStack.start(
                                DataDirectory.at(folder.resolve("data")),
                                StackSettings.everything())) {
            Map<String, String> environment = environment(stack.connections(), midi);
            int port = ServiceProcess.freePort();
            browser.at("http://127.0.0.1:" + port);
            var api = new Api("http://127.0.0.1:" + port, TOKEN);
            try (var first = ServiceProcess.start("ingest-service", environment, folder, port)) {
                first.awaitHealth();
                logIn(browser);
                noMusic(midi.resolve("second/two.mid"));
                long session = leaveARunUndone(browser, api);
                first.kill();
                browser.awaitText("#away", "not answering");
                try (var second =
                        ServiceProcess.start("ingest-service", environment, folder, port)) {
                    second.awaitHealth();
                    browser.awaitText("#connection", "Live");
                    api.post("/api/stages/ingest/resume", "{}");
                    api.awaitState(session, "COMPLETED");
                    browser.awaitText("#run-state", "Complete");
                    assertThat(browser.ask("return window.kept")).isEqualTo("kept");
                    assertThat(second.log()).doesNotContain(TOKEN);
                }
            }
        }
    }

    /** Health needs no token, everything of the page does; the right one is kept. */
    private static void logIn(Browser browser) throws Exception {
        browser.openLocked("#/import");
        browser.await(() -> browser.one("dialog #token").isDisplayed());
        browser.press("not the right token", Keys.ENTER);
        browser.awaitText("dialog [role=alert]", "not the token");
        browser.picture("token");
        browser.one("dialog #token").clear();
        browser.one("dialog #token").sendKeys(TOKEN, Keys.ENTER);
        browser.awaitText(".folder", "first");
        browser.awaitText("#connection", "Live");
        assertThat(browser.all("dialog")).isEmpty();
        browser.reload();
        browser.awaitText(".folder", "first");
        browser.awaitText("#connection", "Live");
        assertThat(browser.all("dialog")).isEmpty();
    }

    private static long leaveARunUndone(Browser browser, Api api) throws Exception {
        api.post("/api/stages/ingest/pause", "{}");
        long session = api.start("second");
        browser.open("#/progress/" + session);
        browser.awaitText("#connection", "Live");
        browser.awaitText("[data-line='Files'] .term[data-term='in flight'] strong", "1");
        browser.ask("window.kept = 'kept'");
        return session;
    }

    private static void noMusic(Path file) throws Exception {
        Songs.put(file, "no music".getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> environment(Connections at, Path midi) {
        var environment = new HashMap<String, String>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", at.bootstrapServers());
        environment.put("POSTGRES_URL", at.jdbcUrl());
        environment.put("POSTGRES_USER", at.databaseUser());
        environment.put("POSTGRES_PASSWORD", at.databasePassword());
        environment.put("S3_ENDPOINT", at.s3Endpoint());
        environment.put("S3_ACCESS_KEY", at.s3AccessKey());
        environment.put("S3_SECRET_KEY", at.s3SecretKey());
        environment.put("CRATEWORKS_WORKERS", "1");
        environment.put("CRATEWORKS_PARTITIONS", "4,4,4,4,4,4");
        environment.put("INGEST_SOURCES", midi.toString());
        environment.put("SERVER_ADDRESS", "0.0.0.0");
        environment.put("CRATEWORKS_TOKEN", TOKEN);
        return environment;
    }
}
