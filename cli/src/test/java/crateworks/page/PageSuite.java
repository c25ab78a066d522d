package crateworks.page;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.WebElement;

/** What tests of the page have in common. */
@ExtendWith(Scene.Opening.class)
abstract class PageSuite {
    /** Stages look every second whether they are to pause or go on. */
    private static final long OBEYING_MILLIS = 2_500;

    private final Scene scene;

    PageSuite(Scene scene) {
        this.scene = scene;
    }

    @BeforeEach
    void aWideWindowByDay() {
        browser().resize(Browser.WIDE);
        browser().prefer("light");
    }

    Browser browser() {
        return scene.browser();
    }

    Server server() {
        return scene.server();
    }

    Api api() {
        return scene.api();
    }

    Path room() {
        return scene.room();
    }

    Path midi() {
        return scene.midi();
    }

    Path song(String path, int number, int bpm) throws Exception {
        return Songs.put(midi().resolve(path), Songs.song(number, bpm));
    }

    boolean clickFolder(String name) {
        for (WebElement folder : browser().all(".folder")) {
            if (folder.getText().equals(name)) {
                folder.click();
                return true;
            }
        }
        return false;
    }

    /** Presses the button of a stage once it says that. */
    void press(String stage, String word) throws InterruptedException {
        String selector = ".stage-controls button[data-stage='" + stage + "']";
        String after = word.equals("Pause") ? "Resume" : "Pause";
        browser().await(() -> browser().text(selector).equals(word));
        browser().click(selector);
        browser().await(() -> browser().text(selector).equals(after));
        Thread.sleep(OBEYING_MILLIS);
    }

    /** A term of the equation of files on the progress page, once it is shown. */
    long term(String word) {
        String selector = "[data-line='Files'] .term[data-term='" + word + "'] strong";
        browser().await(() -> !browser().text(selector).isEmpty());
        return Long.parseLong(browser().text(selector).replace(",", ""));
    }

    WebElement focused() {
        return (WebElement) browser().ask("return document.activeElement");
    }
}
