package crateworks.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Buttons that change or check something, and the page where no event stream can be had. */
@Tag("look")
class ControlsTest extends PageSuite {
    ControlsTest(Scene scene) {
        super(scene);
    }

    @AfterEach
    void everythingCanBeHadAgain() {
        browser().block();
    }

    @Test
    void aDriveIsPlannedAndCheckedAndDamageIsTold() throws Exception {
        song("driven/auk.mid", 111, 93);
        api().take("driven");

        browser().open("#/drive");
        browser().click("#show-plan");
        browser().awaitText(".plan", "Drums");
        browser().one("#plan-where").sendKeys("bpm between", Keys.ENTER);
        browser().await(() -> !browser().text("form .problem").isBlank());
        browser().one("#plan-where").clear();
        browser().one("#plan-where").sendKeys("bpm > 900", Keys.ENTER);
        browser().awaitText("main", "0 files");
        String before = browser().text(".drive");
        song("driven/tern.mid", 112, 95);
        api().take("driven");
        browser().await(() -> !browser().text(".drive").equals(before));
        assertThat(browser().one("#plan-where").getDomProperty("value")).isEqualTo("bpm > 900");
        browser().awaitText("main", "0 files");

        browser().click("#verify");
        browser().awaitText(".card .state", "Everything is as it was written");
        Path written = written();
        byte[] content = Files.readAllBytes(written);
        content[content.length - 6] ^= 1;
        Files.write(written, content);
        browser().click("#verify");
        browser().awaitText(".card .state", "damaged");
        browser().awaitText(".lines", String.valueOf(written.getFileName()));
        browser().picture("drive-damaged");
        content[content.length - 6] ^= 1;
        Files.write(written, content);
    }

    @Test
    void withoutAnEventStreamThePageAsksAndTellsAllTheSame() throws Exception {
        song("polled/lark.mid", 121, 97);
        browser().block("*/events*");
        browser().open("#/progress");
        browser().awaitText("#connection", "Asking every 2 s");

        long session = api().start("polled");
        browser().open("#/progress/" + session);
        browser().awaitText("#connection", "Asking every 2 s");
        browser().awaitText("#run-state", "Complete");
        browser().await(() -> term("done") == 1);

        browser().block();
        browser().awaitText("#connection", "Live");
    }

    @Test
    void aStageGetsMoreWorkers() throws Exception {
        browser().open("#/system");
        String row = ".stage-controls li[data-stage='split']";
        browser().await(() -> !browser().text(row + " output").isEmpty());
        int before = Integer.parseInt(browser().text(row + " output"));
        browser().click(row + " button[aria-label^='More']");
        browser().awaitText(row + " output", String.valueOf(before + 1));
        browser().reload();
        browser().awaitText(row + " output", String.valueOf(before + 1));
        browser().click(row + " button[aria-label^='Fewer']");
        browser().awaitText(row + " output", String.valueOf(before));
    }

    @Test
    void oneFileIsTriedAgainAndThenAll() throws Exception {
        List<Path> files =
                List.of(song("gone/rook.mid", 131, 88), song("gone/jackdaw.mid", 132, 89));
        List<byte[]> contents = List.of(Songs.song(131, 88), Songs.song(132, 89));
        browser().open("#/system");
        press("ingest", "Pause");
        long session = api().start("gone");
        browser().open("#/progress/" + session);
        browser().await(() -> term("in flight") == 2);
        for (Path file : files) {
            Files.delete(file);
        }
        browser().open("#/system");
        press("ingest", "Resume");
        api().awaitState(session, "COMPLETED");
        for (int at = 0; at < files.size(); at++) {
            Songs.put(files.get(at), contents.get(at));
        }

        browser().open("#/failed?state=parked");
        browser().click(".failed-files button[aria-label$='rook.mid']");
        browser().await(() -> browser().address().startsWith("#/progress/"));
        browser().awaitText("#run-state", "Complete");
        browser().open("#/failed?state=parked");
        browser().awaitText(".failed-files", "jackdaw");
        assertThat(browser().text(".failed-files")).doesNotContain("rook.mid");
        browser().click("#retry-all");
        browser().click("dialog button[value='yes']");
        browser().await(() -> browser().address().startsWith("#/progress/"));
        browser().awaitText("#run-state", "Complete");
        browser().open("#/failed?state=parked");
        browser().await(() -> browser().all("#retry-all").isEmpty());
        assertThat(api().get("/api/ledger").path("files").path("parked").asInt()).isZero();
    }

    @Test
    void anArchiveIsDropped() throws Exception {
        Path archive = Songs.put(room().resolve("elsewhere/crate.zip"), zip("inside/wren.mid"));

        browser().open("#/import");
        browser().one("#choose-files").sendKeys(archive.toString());

        browser().awaitText("#run-state", "Complete");
        browser().open("#/library?text=wren&kind=song");
        browser().awaitText(".file-table", "wren");
    }

    private static byte[] zip(String name) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(Songs.song(141, 99));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    /** A file on the drive; which of the songs lie there is up to how alike they sound. */
    private Path written() throws IOException {
        try (var all = Files.walk(room().resolve("drive"))) {
            return all.filter(file -> file.toString().endsWith(".mid"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }
}
