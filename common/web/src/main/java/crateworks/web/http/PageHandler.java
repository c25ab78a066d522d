package crateworks.web.http;

import crateworks.pipeline.port.DamagedBlob;
import crateworks.pipeline.port.LibrarySearch.TooSlow;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.run.FileTrouble;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.URIUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers every call of the page: the API by its {@link Routes}, everything else with files. What
 * belongs to neither is left to whoever else serves on this port.
 */
public final class PageHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(PageHandler.class);

    /** Calls that may use the database at a time; others wait. */
    private static final int AT_ONCE_MAX = 6;

    private static final int WAIT_SECONDS_MAX = 10;
    private static final String PROBLEM = "application/problem+json";
    private static final String POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'";

    private final Supplier<Optional<Routes>> routes;
    private final Guard guard;
    private final StaticFiles files = new StaticFiles();
    private final Semaphore slots = new Semaphore(AT_ONCE_MAX, true);

    /**
     * @param routes none while what they need is not there yet
     */
    public PageHandler(PageSettings settings, Supplier<Optional<Routes>> routes) {
        this.routes = routes;
        this.guard = new Guard(settings);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        try {
            guard.checkHost(request);
            if (isOfOthers(path)) {
                return false;
            }
            headers(response);
            if (isApi(path)) {
                answerCall(path, request, response, callback);
            } else {
                answerFile(path, request, response, callback);
            }
        } catch (Problem problem) {
            refuse(problem, response, callback);
        }
        return true;
    }

    private static boolean isOfOthers(String path) {
        return path.equals("/health")
                || path.startsWith("/health/")
                || path.startsWith("/actuator/");
    }

    private static boolean isApi(String path) {
        return path.startsWith("/api/") || path.startsWith("/import/") || path.equals("/events");
    }

    private static void headers(Response response) {
        response.getHeaders().put("Content-Security-Policy", POLICY);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put("Referrer-Policy", "no-referrer");
        response.getHeaders().put("Cross-Origin-Resource-Policy", "same-origin");
    }

    private void answerCall(String path, Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        boolean login = path.equals("/api/login");
        if (!login) {
            guard.checkToken(request);
        }
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        if (method.equals("POST")) {
            guard.checkChange(request, path.equals("/api/uploads"));
        }
        boolean loggingIn = login && method.equals("POST");
        Optional<Routes> known = routes.get();
        if (known.isEmpty() && !loggingIn) {
            throw new Problem(503, "STARTING", "This server is not ready: /health says why.");
        }
        Optional<Routes.Match> match =
                known.flatMap(each -> each.find(method, URIUtil.decodePath(path)));
        if (match.isEmpty() && !loggingIn) {
            throw unanswered(known.orElseThrow(), path, response);
        }
        try {
            Answer answer =
                    loggingIn
                            ? login(new Call(request, Map.of()))
                            : answer(match.orElseThrow(), request, path);
            write(answer, response, callback);
        } catch (Problem problem) {
            throw problem;
        } catch (Exception failure) {
            throw problem(failure, request);
        }
    }

    private Answer login(Call call) throws IOException {
        return new Answer.Cookie(204, guard.login(call.body().path("token").asString("")));
    }

    private Answer answer(Routes.Match match, Request request, String path)
            throws IOException, InterruptedException {
        var call = new Call(request, match.variables());
        if (path.equals("/api/uploads") || path.equals("/events")) {
            return match.endpoint()
                    .answer(call); // takes its time, and hardly any of the database's
        }
        if (!slots.tryAcquire(WAIT_SECONDS_MAX, TimeUnit.SECONDS)) {
            throw new Problem(503, "BUSY", "Too many calls at once: try again.");
        }
        try {
            return match.endpoint().answer(call);
        } finally {
            slots.release();
        }
    }

    private static Problem unanswered(Routes routes, String path, Response response) {
        var methods = routes.methods(URIUtil.decodePath(path));
        if (methods.isEmpty()) {
            return Problem.unknown("PATH", "There is nothing at this path.");
        }
        response.getHeaders().put(HttpHeader.ALLOW, String.join(", ", methods));
        return new Problem(
                405, "NOT_ALLOWED_METHOD", "This path takes " + String.join(", ", methods) + ".");
    }

    /** What is told of a failure; never more than whose fault it was. */
    private static Problem problem(Exception failure, Request request) {
        return switch (failure) {
            case DamagedBlob _ ->
                    new Problem(
                            503, "DAMAGED", "The content in the store is damaged or not there.");
            case TooSlow _ -> new Problem(503, "TOO_SLOW", "That takes too long: ask for less.");
            case FileTrouble _ ->
                    new Problem(
                            400, "BAD_PARAMETER", "The database does not take a value of this.");
            case Outage outage ->
                    new Problem(503, "OUT_OF_ORDER", "Waiting for " + outage.of() + "; try again.");
            case InterruptedException _ -> {
                Thread.currentThread().interrupt();
                yield new Problem(503, "OUT_OF_ORDER", "This server is about to end.");
            }
            case EofException _ -> new Problem(400, "BAD_BODY", "The caller went away.");
            default -> {
                LOG.error("{} {}", request.getMethod(), Request.getPathInContext(request), failure);
                yield new Problem(
                        500, "BROKEN", "Something broke that should not have; see the log.");
            }
        };
    }

    private static void write(Answer answer, Response response, Callback callback) {
        switch (answer) {
            case Answer.Json(int status, Object value) -> {
                response.setStatus(status);
                write(response, "application/json", JsonText.bytes(value), callback);
            }
            case Answer.Download(String type, String name, var content) -> {
                response.getHeaders().put("Content-Disposition", disposition(name));
                write(response, type, content.array(), callback);
            }
            case Answer.Cookie(int status, String cookie) -> {
                response.setStatus(status);
                response.getHeaders().put(HttpHeader.SET_COOKIE, cookie);
                callback.succeeded();
            }
            case Answer.Events(var listening) -> {
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
                response.getHeaders().put("X-Accel-Buffering", "no");
                listening.begin(new EventSink(response, callback));
            }
        }
    }

    private void answerFile(String path, Request request, Response response, Callback callback) {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            throw new Problem(405, "NOT_ALLOWED_METHOD", "Files are only read.");
        }
        StaticFiles.StaticFile file =
                files.at(path)
                        .orElseThrow(
                                () -> Problem.unknown("PATH", "There is nothing at this path."));
        response.getHeaders().put(HttpHeader.ETAG, file.tag());
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
        if (file.tag().equals(request.getHeaders().get(HttpHeader.IF_NONE_MATCH))) {
            response.setStatus(304);
            callback.succeeded();
            return;
        }
        write(response, file.contentType(), file.content().array(), callback);
    }

    private static void refuse(Problem problem, Response response, Callback callback) {
        response.setStatus(problem.status());
        write(response, PROBLEM, JsonText.bytes(problem.members()), callback);
    }

    private static void write(
            Response response, String contentType, byte[] content, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, content.length);
        response.write(true, ByteBuffer.wrap(content), callback);
    }

    private static String disposition(String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename*=UTF-8''" + encoded;
    }
}
