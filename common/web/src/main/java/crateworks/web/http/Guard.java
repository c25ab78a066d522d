package crateworks.web.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Who may call what. Without a token only names of this computer are answered to, so that a page of
 * somebody else whose name was made to point here reads nothing; whatever changes something must
 * come from the page itself or from no page at all.
 */
final class Guard {
    private static final String COOKIE = "crateworks";
    private static final String BEARER = "Bearer ";
    private static final String JSON = "application/json";
    private static final String OCTETS = "application/octet-stream";

    private final Optional<String> token;
    private final Set<String> names = new TreeSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));

    Guard(PageSettings settings) {
        token = settings.token();
        names.add(settings.host().toLowerCase(Locale.ROOT));
        settings.names().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    }

    /** Refuses callers that reached this server under a name that is not its own. */
    void checkHost(Request request) {
        if (token.isPresent()) {
            return; // who knows the token is no page of somebody else
        }
        String host = Optional.ofNullable(request.getHeaders().get(HttpHeader.HOST)).orElse("");
        if (!names.contains(nameOf(host))) {
            throw new Problem(
                    403, "FOREIGN_HOST", "This server does not answer to the name in Host.");
        }
    }

    /** Refuses callers that do not know the token, if there is one. */
    void checkToken(Request request) {
        if (token.isEmpty()) {
            return;
        }
        Optional<String> bearer =
                Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION))
                        .filter(value -> value.startsWith(BEARER))
                        .map(value -> value.substring(BEARER.length()).strip());
        if (bearer.isPresent()) {
            checkToken(bearer.get());
            return;
        }
        boolean known =
                Request.getCookies(request).stream()
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(HttpCookie::getValue)
                        .anyMatch(value -> equal(value, secret()));
        if (!known) {
            throw new Problem(401, "TOKEN_NEEDED", "This server needs its token.");
        }
    }

    private void checkToken(String told) {
        if (!equal(told, token.orElseThrow())) {
            throw new Problem(401, "WRONG_TOKEN", "That is not the token of this server.");
        }
    }

    /** The cookie for who tells the token. */
    String login(String told) {
        if (token.isEmpty()) {
            return COOKIE + "=; Path=/; Max-Age=0";
        }
        checkToken(told);
        return COOKIE + "=" + secret() + "; Path=/; HttpOnly; SameSite=Strict";
    }

    /** Refuses calls for changes that a page of somebody else may have made. */
    void checkChange(Request request, boolean octets) {
        String site =
                Optional.ofNullable(request.getHeaders().get("Sec-Fetch-Site")).orElse("none");
        Optional<String> origin = Optional.ofNullable(request.getHeaders().get(HttpHeader.ORIGIN));
        String host = Optional.ofNullable(request.getHeaders().get(HttpHeader.HOST)).orElse("");
        boolean own =
                origin.isEmpty()
                        || origin.get().equalsIgnoreCase("http://" + host)
                        || origin.get().equalsIgnoreCase("https://" + host);
        if (!own || !(site.equals("same-origin") || site.equals("none"))) {
            throw new Problem(
                    403, "FOREIGN_ORIGIN", "Only the page of this server may change something.");
        }
        String type =
                Optional.ofNullable(request.getHeaders().get(HttpHeader.CONTENT_TYPE)).orElse("");
        String wanted = octets ? OCTETS : JSON;
        if (!type.split(";", 2)[0].strip().equalsIgnoreCase(wanted)) {
            throw new Problem(415, "NOT_JSON", "Content-Type is " + wanted + ".");
        }
    }

    /** A value that only who knows the token can have, and that does not tell it. */
    private String secret() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(
                                    ("page:" + token.orElseThrow())
                                            .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static boolean equal(String told, String known) {
        return MessageDigest.isEqual(
                told.getBytes(StandardCharsets.UTF_8), known.getBytes(StandardCharsets.UTF_8));
    }

    private static String nameOf(String host) {
        int colon = host.lastIndexOf(':');
        boolean port = colon > host.lastIndexOf(']');
        return (port ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
    }
}
