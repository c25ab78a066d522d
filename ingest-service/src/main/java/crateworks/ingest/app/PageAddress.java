package crateworks.ingest.app;

import crateworks.service.app.Unfit;
import crateworks.web.http.PageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the environment wants the page, which is served where health and metrics are.
 *
 * @param enabled whether there is one
 * @param names under which the page is reached too, with commas between
 * @param token that callers must know; none when blank
 * @param tokenFile a file with the token, which goes before {@code token}; none when blank
 */
@ConfigurationProperties("page")
record PageAddress(boolean enabled, String names, String token, String tokenFile) {
    private static final Logger LOG = LoggerFactory.getLogger(PageAddress.class);

    /** The page of a server; empty where none is wanted, or none can be without a token. */
    Optional<PageSettings> settings(String host, int port) {
        if (!enabled) {
            return Optional.empty();
        }
        if (secret().isEmpty() && !PageSettings.isLoopback(host)) {
            LOG.info("there is no page at {}:{}: set CRATEWORKS_TOKEN", host, port);
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new PageSettings(
                            host,
                            port,
                            false,
                            secret(),
                            Arrays.stream(names.split(",", -1))
                                    .map(String::strip)
                                    .filter(name -> !name.isEmpty())
                                    .collect(Collectors.toSet())));
        } catch (IllegalArgumentException e) {
            throw new Unfit(
                    e.getMessage() + ": set another CRATEWORKS_TOKEN, or PAGE_ENABLED=false", e);
        }
    }

    private Optional<String> secret() {
        try {
            String told = tokenFile.isBlank() ? token : Files.readString(Path.of(tokenFile));
            return Optional.of(told.strip()).filter(each -> !each.isEmpty());
        } catch (IOException e) {
            throw new Unfit("CRATEWORKS_TOKEN_FILE names a file that cannot be read", e);
        }
    }

    /** Without the token, so that no log ever holds it. */
    @Override
    public String toString() {
        return enabled ? "a page" : "no page";
    }
}
