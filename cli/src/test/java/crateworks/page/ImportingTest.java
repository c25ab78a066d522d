package crateworks.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How files come in, seen on the page. Every test takes in files that no other one does. */
class ImportingTest extends PageSuite {
    private static final byte[] NO_MUSIC = "no music".getBytes(StandardCharsets.UTF_8);
    private static final int REAL_FILES = 24;
    private static final List<String> TERMS =
            List.of("done", "duplicate", "rejected", "parked", "in flight");

    ImportingTest(Scene scene) {
        super(scene);
    }

    @Test
    void anImportIsStartedAndWatchedToItsEnd() throws Exception {
        for (int number = 0; number < 8; number++) {
            song("watched/song " + number + ".mid", number, 90 + number);
        }
        song("watched/copy.mid", 0, 90);
        Songs.put(midi().resolve("watched/text.mid"), NO_MUSIC);

        browser().open("#/import");
        browser().await(() -> clickFolder("watched"));
        browser().awaitText(".crumbs", "watched");
        browser().click("#import-folder");

        browser().awaitText("#run-state", "Complete");
        assertThat(browser().address()).startsWith("#/progress/");
        browser().awaitText("h1", "watched");
        browser().awaitText("#run-share", "100 %");
        browser().await(() -> term("discovered") == 10);
        assertThat(TERMS.stream().mapToLong(this::term).sum()).isEqualTo(10);
        assertThat(term("duplicate")).isEqualTo(1);
        assertThat(term("rejected")).isEqualTo(1);
        browser().awaitText(".equation .verdict", "Balanced");
        assertThat(browser().all(".stages li")).hasSizeGreaterThanOrEqualTo(4);
        browser().awaitText(".feed", "text.mid");
    }

    @Test
    void realFilesOfOthersAreTakenInAndSeen() throws Exception {
        List<Path> files = SharedFiles.some(REAL_FILES);
        for (int at = 0; at < files.size(); at++) {
            Path file = files.get(at); // some have the same name
            String name = at + " " + file.getFileName();
            Songs.put(midi().resolve("real").resolve(name), Files.readAllBytes(file));
        }
        long session = api().start("real");
        api().awaitState(session, "COMPLETED");

        browser().open("#/progress/" + session);
        browser().awaitText("#run-state", "Complete");
        browser().one(".chart canvas"); // drawn of what nobody watched
        browser().await(() -> term("discovered") == files.size());
        assertThat(TERMS.stream().mapToLong(this::term).sum()).isEqualTo(files.size());
        assertThat(term("done")).isPositive();
        browser().open("#/library?kind=song&source=" + midi().resolve("real"));
        browser().click(".file-table a.name");
        browser().one(".audition .roll, .audition .drum-grid");
        browser().awaitText(".why", "Category");
    }

    @Test
    void filesDroppedOnThePageAreTakenIn() throws Exception {
        Path file = Songs.put(room().resolve("elsewhere/dropped tune.mid"), Songs.song(31, 77));

        browser().open("#/import");
        browser().one("#choose-files").sendKeys(file.toString());

        browser().awaitText("#run-state", "Complete");
        browser().await(() -> term("done") == 1);
        browser().open("#/library?text=dropped");
        browser().awaitText(".file-table", "dropped tune");
    }

    @Test
    void whatFailedIsTriedAgain() throws Exception {
        Path file = song("lost/heron.mid", 61, 95);
        byte[] content = Files.readAllBytes(file);
        browser().open("#/system");
        press("ingest", "Pause");
        long session = api().start("lost");
        browser().open("#/progress/" + session);
        browser().await(() -> term("in flight") == 1);
        Files.delete(file);
        browser().open("#/system");
        press("ingest", "Resume");
        api().awaitState(session, "COMPLETED");

        browser().open("#/failed");
        browser().awaitText(".reason[data-state='parked']", "1");
        Songs.put(file, content);
        browser().click(".reason[data-state='parked'] [data-retry]");
        browser().await(() -> browser().address().startsWith("#/progress/"));
        browser().awaitText("#run-state", "Complete");
        browser().open("#/library?text=heron");
        browser().awaitText(".file-table", "heron");
    }

    @Test
    void aRunIsStoppedAndGoesOn() throws Exception {
        song("stopped/crane.mid", 71, 83);
        browser().open("#/system");
        press("analyze", "Pause");
        long session = api().start("stopped");
        browser().open("#/progress/" + session);
        browser().await(() -> term("discovered") == 1);
        browser().click("#run-stop");
        browser().click("dialog button[value='yes']");
        browser().awaitText("#run-state", "Stopped");
        browser().open("#/system");
        press("analyze", "Resume");

        browser().open("#/progress/" + session);
        browser().click("#run-go-on");
        browser().awaitText("#run-state", "Complete");
        browser().await(() -> term("done") == 1);
    }

    @Test
    void aRestartOfTheServerNeedsNoReload() throws Exception {
        song("before/ibis.mid", 81, 111);
        api().take("before");
        browser().open("#/progress");
        browser().awaitText("#connection", "Live");
        browser().ask("window.kept = 'kept'");

        server().stop();
        browser().awaitText("#away", "not answering");
        browser().picture("away");
        server().startAgain();

        browser().awaitText("#connection", "Live");
        browser().await(() -> !browser().one("#away").isDisplayed());
        song("after/stork.mid", 82, 112);
        song("after/egret.mid", 83, 113);
        api().take("after");
        browser().await(() -> browser().text("h1").endsWith("after") && term("done") == 2);
        assertThat(browser().ask("return window.kept")).isEqualTo("kept");
    }

    @Test
    void aScriptInANameIsText() throws Exception {
        String name = "<img src=x onerror=hacked=1><script>hacked=2<.mid";
        song("evil <b>folder/" + name, 91, 127);
        Songs.put(midi().resolve("evil <b>folder/no " + name), NO_MUSIC);

        browser().open("#/import");
        browser().await(() -> clickFolder("evil <b>folder"));
        browser().awaitText(".crumbs", "evil <b>folder");
        browser().click("#import-folder");
        browser().awaitText("#run-state", "Complete");
        browser().awaitText(".feed", "no " + name);
        browser().open("#/failed?state=rejected");
        browser().awaitText(".failed-files", "no " + name);
        browser().open("#/library?text=onerror&kind=song");
        browser().awaitText(".file-table", "<img src=x");
        browser().click(".file-table a.name");
        browser().awaitText("main", name);
        browser().awaitText(".why", "Category");
        for (String page : List.of("import", "progress", "failed", "drive", "system")) {
            browser().open("#/" + page);
            browser().awaitText("#connection", "Live");
            assertThat(browser().all("img, main script")).as(page).isEmpty();
        }
        assertThat(browser().ask("return typeof window.hacked")).isEqualTo("undefined");
    }
}
