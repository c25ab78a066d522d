package crateworks.web.api;

import crateworks.pipeline.port.Outage;
import crateworks.web.http.Answer;
import crateworks.web.http.Call;
import crateworks.web.http.Problem;
import crateworks.web.http.Routes;
import crateworks.web.imports.Imports;
import crateworks.web.imports.Imports.Started;
import crateworks.web.imports.Roots;
import crateworks.web.live.EventStreams;
import crateworks.web.live.RunWatch;
import crateworks.web.live.Views.SessionView;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** Starting, watching and stopping runs. */
public final class ImportCalls {
    private static final int PATH_MAX = 4_096;
    private static final int UPLOAD_NAME_MAX = 1_000;

    /** Larger files are put into the inbox bucket over S3, or taken in from a folder. */
    static final long UPLOAD_BYTES_MAX = 1L << 30;

    record StartedView(
            long session,
            boolean resumed,
            int queued,
            OptionalLong files,
            String status,
            String events) {
        static StartedView of(Started started) {
            return new StartedView(
                    started.session(),
                    started.resumed(),
                    started.queued(),
                    started.files(),
                    "/import/status/" + started.session(),
                    "/events?session_id=" + started.session());
        }
    }

    record RootView(String name, String path) {}

    record RootsView(
            boolean canStart, boolean uploads, Optional<String> whyNot, List<RootView> roots) {}

    record FolderView(String name, String path) {}

    record FoldersView(
            String root,
            String path,
            Optional<String> parent,
            List<FolderView> folders,
            long files,
            boolean truncated) {}

    private final RunWatch watch;
    private final EventStreams streams;
    private final Imports imports;
    private final Roots roots;
    private final Optional<Uploads> uploads;

    public ImportCalls(
            RunWatch watch,
            EventStreams streams,
            Imports imports,
            Roots roots,
            Optional<Uploads> uploads) {
        this.watch = watch;
        this.streams = streams;
        this.imports = imports;
        this.roots = roots;
        this.uploads = uploads;
    }

    public void addTo(Routes routes) {
        routes.post("/import/start", this::start)
                .get("/import/status/{session}", this::status)
                .post("/import/cancel/{session}", this::cancel)
                .get("/events", this::events)
                .get("/api/roots", _ -> Answer.ok(roots()))
                .get("/api/roots/{root}/folders", this::folders)
                .post("/api/uploads", this::upload);
    }

    private Answer start(Call call) throws IOException {
        JsonNode body = call.body();
        imports.whyNot().ifPresent(why -> refuse(why));
        if (body.path("inbox").asBoolean(false)) {
            if (!imports.takesInbox()) {
                throw Problem.notHere("The inbox is not taken in here.");
            }
            return Answer.accepted(StartedView.of(imports.inbox()));
        }
        String root = Bodies.text(body, "root");
        var folder = roots.folder(root, body.path("path").asString(""));
        OptionalLong limit = Bodies.number(body, "limit", 1, Long.MAX_VALUE);
        boolean force = body.path("force").asBoolean(false);
        return Answer.accepted(StartedView.of(imports.folder(folder, limit, force)));
    }

    private static void refuse(String why) {
        throw Problem.notHere(why);
    }

    private Answer status(Call call) throws IOException {
        long session = call.number("session", "SESSION");
        return Answer.ok(watch.progress(session).orElseThrow(() -> unknown(session)));
    }

    private Answer cancel(Call call) throws IOException {
        long session = call.number("session", "SESSION");
        SessionView view = watch.session(session).orElseThrow(() -> unknown(session));
        if (!view.cancellable() && !view.queued()) {
            throw new Problem(409, "NOT_RUNNING", "Session " + session + " is not led here now.");
        }
        imports.cancel(session);
        return Answer.accepted(watch.session(session).orElse(view));
    }

    private static Problem unknown(long session) {
        return Problem.unknown("SESSION", "There is no session " + session + ".");
    }

    private Answer events(Call call) throws Outage {
        OptionalLong session = call.number("session_id", 1, Long.MAX_VALUE - 1);
        streams.admit(session);
        Optional<String> lastId = call.header("Last-Event-ID");
        return new Answer.Events(sink -> streams.add(sink, session, lastId));
    }

    private RootsView roots() {
        return new RootsView(
                imports.whyNot().isEmpty(),
                uploads.isPresent() && imports.takesInbox(),
                imports.whyNot(),
                roots.all().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(root -> new RootView(root.getKey(), root.getValue().toString()))
                        .toList());
    }

    private Answer folders(Call call) {
        String root = call.variable("root");
        String asked = call.text("path", PATH_MAX).orElse("");
        var folder = roots.folder(root, asked);
        String path = roots.folder(root, "").relativize(folder).toString();
        Roots.Listing listing = roots.list(folder);
        String prefix = path.isEmpty() ? "" : path + "/";
        int slash = path.lastIndexOf('/');
        return Answer.ok(
                new FoldersView(
                        root,
                        path,
                        path.isEmpty()
                                ? Optional.empty()
                                : Optional.of(slash < 0 ? "" : path.substring(0, slash)),
                        listing.folders().stream()
                                .map(name -> new FolderView(name, prefix + name))
                                .toList(),
                        listing.files(),
                        listing.truncated()));
    }

    private Answer upload(Call call) throws IOException {
        if (uploads.isEmpty() || !imports.takesInbox()) {
            throw Problem.notHere("Files are not taken in here.");
        }
        String name =
                call.text("name", UPLOAD_NAME_MAX)
                        .orElseThrow(() -> Problem.badParameter("name", "name is missing."));
        for (String segment : name.split("/", -1)) {
            if (segment.isEmpty()
                    || segment.equals(".")
                    || segment.equals("..")
                    || segment.chars().anyMatch(each -> each < ' ' || each == '\\')) {
                throw new Problem(400, "BAD_NAME", "name is a path such as pack/kick.mid.");
            }
        }
        long bytes =
                call.contentLength()
                        .orElseThrow(() -> Problem.badBody("Content-Length is missing."));
        if (bytes > UPLOAD_BYTES_MAX) {
            throw new Problem(413, "TOO_LARGE", "A file may have " + UPLOAD_BYTES_MAX + " bytes.");
        }
        uploads.get().put(name, call.content(), bytes);
        return new Answer.Json(201, Map.of("key", name, "bytes", bytes));
    }
}
