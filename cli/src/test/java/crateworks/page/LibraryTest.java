package crateworks.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What is in the library, seen and heard on the page. Every test takes in files of its own. */
class LibraryTest extends PageSuite {
    LibraryTest(Scene scene) {
        super(scene);
    }

    @Test
    void theLibraryIsSearchedAndTheAddressKeepsTheFilters() throws Exception {
        Songs.put(midi().resolve("searched/walrus one.mid"), Songs.bassLine(41, 100));
        Songs.put(midi().resolve("searched/walrus two.mid"), Songs.bassLine(42, 140));
        api().take("searched");

        browser().open("#/library");
        browser().awaitText("#found", "file");
        browser().one("#filter-text").sendKeys("walrus");
        browser().click(".column[data-bpm='140']"); // at once: what is being typed counts too
        browser().awaitText("#found", "1 file");
        assertThat(browser().address()).contains("text=walrus", "bpm_min=140");
        browser().reload();
        browser().awaitText("#found", "1 file");
        browser().awaitText(".file-table tbody", "walrus two");
        assertThat(browser().text(".file-table tbody")).doesNotContain("one");

        browser().click(".chips button[aria-label*='BPM']");
        browser().awaitText("#found", "2 files");
        String category = browser().one(".category-row").getDomAttribute("data-category");
        browser().click(".category-row");
        browser().await(() -> browser().address().contains("category=" + category));
        browser().open("#/library?text=nothing-is-called-that");
        browser().awaitText(".results", "Nothing sounds like that");
    }

    @Test
    void aFileIsOpenedAndHeard() throws Exception {
        song("heard/osprey.mid", 51, 118);
        api().take("heard");

        browser().open("#/library?text=osprey&kind=song");
        browser().click(".file-table a.name");
        browser().awaitText("h1", "osprey");
        browser().await(() -> browser().one(".roll canvas").getSize().getWidth() > 100);
        assertThat(browser().one(".drum-grid svg").getDomAttribute("aria-label"))
                .contains("Kick", "Snare");
        browser().awaitText(".why", "Category");
        browser().awaitText(".lines code", "osprey.mid");
        browser().click("#play");
        browser().one(".transport[data-playing='true'][data-audio='running']");
        browser().await(() -> browser().text("#play-time").startsWith("0:01"));
        browser().await(() -> inkOf(".roll canvas") > 0);
        browser().click("#stop");
        browser().one(".transport[data-playing='false']");
        browser().await(() -> browser().text("#play-time").startsWith("0:00"));
    }

    @Test
    void everythingCanBeDoneWithKeys() throws Exception {
        song("keys/pelican.mid", 101, 131);
        api().take("keys");

        browser().open("#/system");
        browser().press(Keys.TAB);
        assertThat(focused().getText()).isEqualTo("Skip to the content");
        browser().press(Keys.ENTER);
        assertThat(focused().getDomAttribute("id")).isEqualTo("main");
        browser().press("g", "l");
        browser().await(() -> browser().address().startsWith("#/library"));
        browser().press("/");
        browser().await(() -> "filter-text".equals(focused().getDomAttribute("id")));
        browser().press("pelican", Keys.TAB);
        browser().await(() -> browser().all(".file-table tbody tr").size() >= 1);
        browser().awaitText("#found", "file");
        browser().await(() -> browser().text(".file-table tbody tr").contains("pelican"));
        browser()
                .await(
                        () -> {
                            browser().press("j"); // again while the focus is where one types
                            return "name".equals(focused().getDomAttribute("class"));
                        });
        browser().press(Keys.ENTER);
        browser().one("#play");
        browser().press(" ");
        browser().one(".transport[data-playing='true']");
        browser().press(" ");
        browser().one(".transport[data-playing='false']");
        browser().press("t");
        assertThat(browser().one("html").getDomAttribute("data-theme")).isEqualTo("dark");
        browser().press("t");
        browser().press("?");
        browser().awaitText("dialog", "Play or pause");
        browser().press(Keys.ESCAPE);
    }

    @Test
    void aFileKeepsTheFocusWhileOthersComeIn() throws Exception {
        song("focus/heron.mid", 111, 127);
        api().take("focus");
        browser().open("#/library?text=heron");
        browser().awaitText("#found", "4 files");
        browser().press("j", "j");
        browser().await(() -> "name".equals(focused().getDomAttribute("class")));
        String file = focused().getDomAttribute("href");

        song("focus/another heron.mid", 112, 99);
        api().take("focus");
        browser().awaitText("#found", "8 files");
        browser().await(() -> browser().all(".file-table tbody tr").size() == 8);
        assertThat(focused().getDomAttribute("href")).isEqualTo(file);
        browser().press(Keys.ENTER);
        browser().awaitText("h1", "heron");
    }

    /** How many points of a canvas are painted. */
    private long inkOf(String selector) {
        Object points =
                browser()
                        .ask(
                                "const canvas = document.querySelector(arguments[0]);"
                                        + "const data = canvas.getContext('2d')"
                                        + ".getImageData(0, 0, canvas.width, canvas.height).data;"
                                        + "let points = 0;"
                                        + "for (let at = 3; at < data.length; at += 4)"
                                        + " points += data[at] > 0;"
                                        + "return points",
                                selector);
        return ((Number) points).longValue();
    }
}
