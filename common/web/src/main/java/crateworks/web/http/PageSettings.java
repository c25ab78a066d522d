package crateworks.web.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;

/**
 * Where the page is served, and to whom.
 *
 * @param host the address to bind to
 * @param port 0 for any
 * @param mayMove whether another port will do when this one is taken
 * @param token what callers must know; needed when {@code host} is not on loopback
 * @param names further names under which callers may reach this server
 */
public record PageSettings(
        String host, int port, boolean mayMove, Optional<String> token, Set<String> names) {
    public static final String LOOPBACK = "127.0.0.1";
    public static final int PORT = 5723;
    public static final int TOKEN_LENGTH_MIN = 16;

    public PageSettings {
        names = Set.copyOf(names);
        if (token.isPresent() && token.get().length() < TOKEN_LENGTH_MIN) {
            throw new IllegalArgumentException(
                    "the token of the page has fewer than " + TOKEN_LENGTH_MIN + " characters");
        }
        if (token.isEmpty() && !isLoopback(host)) {
            throw new IllegalArgumentException(
                    "the page needs a token when it is bound to " + host);
        }
    }

    /** The page for this computer alone. */
    public static PageSettings loopback(int port, boolean mayMove) {
        return new PageSettings(LOOPBACK, port, mayMove, Optional.empty(), Set.of());
    }

    /** Whether only this computer reaches {@code host}. */
    public static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Without the token, so that no log ever holds it. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
