package crateworks.page;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/** A real Chromium without a screen, and the few things that tests do with it. */
final class Browser implements AutoCloseable {
    static final Dimension WIDE = new Dimension(1360, 900);
    static final Dimension PHONE = new Dimension(375, 812);

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final long POLL_MILLIS = 60;
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final ChromeDriver driver;
    private String base = "";

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts one, or has the tests reported as skipped where there is none. */
    static Browser start(Path profile) {
        Optional<Path> chromium = program("chromium");
        Optional<Path> chromedriver = program("chromedriver");
        if (chromium.isEmpty() || chromedriver.isEmpty()) {
            abort("no chromium and chromedriver here: the page is not tried in a browser");
        }
        var options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow().toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--autoplay-policy=user-gesture-required",
                "--user-data-dir=" + profile);
        var service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(chromedriver.orElseThrow().toFile())
                        .build();
        var driver = new ChromeDriver(service, options);
        var browser = new Browser(driver);
        browser.resize(WIDE);
        return browser;
    }

    private static Optional<Path> program(String name) {
        return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** From now on addresses are those of this server. */
    void at(String server) {
        base = server;
    }

    /** Opens a page anew, as after typing its address. */
    void open(String address) {
        driver.get("about:blank");
        driver.get(base + "/" + address);
        await(() -> !all("main .page").isEmpty());
    }

    /** The same where the page may ask for its token first. */
    void openLocked(String address) {
        driver.get(base + "/" + address);
    }

    void reload() {
        driver.navigate().refresh();
        await(() -> !all("main .page").isEmpty());
    }

    String address() {
        return driver.getCurrentUrl().substring(base.length() + 1);
    }

    void resize(Dimension size) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        size.getWidth(),
                        "height",
                        size.getHeight(),
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        false));
    }

    /** Has the system say that it is dark or light. */
    void prefer(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    WebElement one(String selector) {
        await(() -> !all(selector).isEmpty());
        return driver.findElement(By.cssSelector(selector));
    }

    void click(String selector) {
        await(() -> all(selector).stream().anyMatch(WebElement::isEnabled));
        await(
                () -> {
                    WebElement element = driver.findElement(By.cssSelector(selector));
                    driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
                    element.click();
                    return true;
                });
    }

    /** Presses keys where the focus is. */
    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** The text of the first such element, which may be replaced while it is read. */
    String text(String selector) {
        var text = new AtomicReference<>("");
        await(
                () -> {
                    text.set(one(selector).getText());
                    return true;
                });
        return text.get();
    }

    void awaitText(String selector, String part) {
        await(() -> all(selector).stream().anyMatch(each -> each.getText().contains(part)));
    }

    /** Waits for what is not there at once; elements may be replaced meanwhile. */
    void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain at " + address() + ":\n" + text("body"));
            }
            pause();
        }
    }

    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (NoSuchElementException | StaleElementReferenceException e) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What a script of the test says about the page. */
    Object ask(String script, Object... arguments) {
        return Objects.requireNonNullElse(driver.executeScript(script, arguments), "");
    }

    /** The same for a script that calls its last argument when it is done. */
    Object wait(String script) {
        return Objects.requireNonNullElse(driver.executeAsyncScript(script), "");
    }

    /** Has calls to such addresses fail; none do for an empty list. */
    void block(String... addresses) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of(addresses)));
    }

    /** Keeps a picture of the whole page for a person to look at. */
    void picture(String name) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        Map<String, Object> size =
                Map.of("captureBeyondViewport", true, "format", "png", "clip", clip());
        Object data = driver.executeCdpCommand("Page.captureScreenshot", size).get("data");
        Files.write(
                SCREENSHOTS.resolve(name + ".png"),
                OutputType.BYTES.convertFromBase64Png(String.valueOf(data)));
    }

    private Map<String, Object> clip() {
        return Map.of(
                "x", 0,
                "y", 0,
                "width", ask("return innerWidth"),
                "height", ask("return Math.min(2200, document.documentElement.scrollHeight)"),
                "scale", 1);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
