package crateworks.web.api;

import crateworks.pipeline.port.DriveContents;
import crateworks.pipeline.port.DriveContents.Drive;
import crateworks.pipeline.port.DriveContents.Entry;
import crateworks.pipeline.port.DriveContents.Plan;
import crateworks.pipeline.query.Condition;
import crateworks.pipeline.query.MalformedCondition;
import crateworks.pipeline.session.Selection;
import crateworks.web.api.Verifying.Verification;
import crateworks.web.http.Answer;
import crateworks.web.http.Call;
import crateworks.web.http.Problem;
import crateworks.web.http.Routes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What is on drives, what an export would write, and whether all of it is still there. */
public final class DriveCalls {
    static final int GROUPS_MAX = 2_000;
    private static final int PATH_MAX = 1_000;
    private static final int CONDITION_MAX = 2_000;

    /** As exFAT has them on large cards. */
    private static final int BLOCK_BYTES = 32_768;

    record DriveView(
            int id,
            Optional<String> path,
            Optional<String> mark,
            boolean mounted,
            Optional<String> suspicion,
            long files,
            long bytes,
            long planned,
            long made,
            Optional<Instant> lastWrittenAt,
            OptionalLong freeBytes) {}

    record EntryView(
            long file,
            String path,
            OptionalLong bytes,
            boolean written,
            Optional<Instant> writtenAt) {}

    record EntryPage(List<EntryView> files, Optional<String> next) {}

    record PlanView(
            long files,
            long bytes,
            long lying,
            OptionalLong freeBytes,
            Optional<Boolean> fits,
            boolean truncated,
            List<GroupView> groups) {}

    record GroupView(String category, OptionalInt tempoFrom, Optional<String> key, long files) {}

    private final DriveContents contents;
    private final Optional<Verifying> verifying;

    public DriveCalls(DriveContents contents, Optional<Verifying> verifying) {
        this.contents = contents;
        this.verifying = verifying;
    }

    public void addTo(Routes routes) {
        routes.get(
                        "/api/drives",
                        _ ->
                                Answer.ok(
                                        Map.of(
                                                "drives",
                                                contents.drives().stream()
                                                        .map(DriveCalls::view)
                                                        .toList())))
                .get("/api/drives/{drive}/files", this::files)
                .get("/api/drives/{drive}/verify", call -> verification(drive(call).id()))
                .post("/api/drives/{drive}/verify", this::verify)
                .get("/api/export-plan", this::plan);
    }

    private static DriveView view(Drive drive) {
        Optional<Path> root = drive.path().map(Path::of).filter(Files::isDirectory);
        return new DriveView(
                drive.id(),
                drive.path(),
                drive.mark(),
                root.isPresent(),
                drive.suspicion(),
                drive.files(),
                drive.bytes(),
                drive.planned(),
                drive.made(),
                drive.lastWrittenAt(),
                root.map(DriveCalls::free).orElse(OptionalLong.empty()));
    }

    private static OptionalLong free(Path root) {
        try {
            return OptionalLong.of(Files.getFileStore(root).getUsableSpace());
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private Drive drive(Call call) throws IOException {
        long id = call.number("drive", "DRIVE");
        return drive(id);
    }

    private Drive drive(long id) throws IOException {
        return contents.drives().stream()
                .filter(drive -> drive.id() == id)
                .findFirst()
                .orElseThrow(() -> Problem.unknown("DRIVE", "There is no drive " + id + "."));
    }

    private Answer files(Call call) throws IOException {
        int limit = Pages.limit(call);
        List<Entry> page =
                contents.entries(
                        drive(call).id(),
                        call.text("folder", PATH_MAX).orElse(""),
                        Pages.after(call),
                        limit + 1);
        return Answer.ok(
                new EntryPage(
                        Pages.cut(page, limit).stream()
                                .map(
                                        entry ->
                                                new EntryView(
                                                        entry.file(),
                                                        entry.path(),
                                                        entry.bytes(),
                                                        entry.writtenAt().isPresent(),
                                                        entry.writtenAt()))
                                .toList(),
                        Pages.next(page, limit, Entry::path)));
    }

    private Answer verify(Call call) throws IOException {
        Drive drive = drive(call);
        Verifying verifier =
                verifying.orElseThrow(() -> Problem.notHere("No drives are mounted here."));
        Path root =
                drive.path()
                        .map(Path::of)
                        .filter(Files::isDirectory)
                        .orElseThrow(
                                () ->
                                        new Problem(
                                                409,
                                                "NOT_HERE",
                                                "The drive is not there: mount it."));
        if (!verifier.begin(drive.id(), root)) {
            throw new Problem(409, "BUSY", "The drive is being verified already.");
        }
        return Answer.accepted(members(verifier.of(drive.id())));
    }

    private Answer verification(int drive) {
        return Answer.ok(members(verifying.map(each -> each.of(drive)).orElse(Verification.NONE)));
    }

    private static Map<String, Object> members(Verification verification) {
        var members = new LinkedHashMap<String, Object>();
        members.put("state", verification.state());
        verification.startedAt().ifPresent(at -> members.put("started_at", at));
        verification.endedAt().ifPresent(at -> members.put("ended_at", at));
        verification.trouble().ifPresent(trouble -> members.put("trouble", trouble));
        members.putAll(verification.sums());
        members.put("findings", verification.findings());
        return members;
    }

    private Answer plan(Call call) throws IOException {
        OptionalInt id = call.integer("drive", 1, Integer.MAX_VALUE);
        Optional<Drive> drive =
                id.isPresent() ? Optional.of(drive(id.getAsInt())) : Optional.empty();
        Optional<String> where = call.text("where", CONDITION_MAX);
        try {
            where.ifPresent(Condition::parse);
        } catch (MalformedCondition e) {
            throw new Problem(400, "BAD_CONDITION", "where: " + e.getMessage());
        }
        boolean near = call.word("near_duplicates", "true", "false").orElse("false").equals("true");
        var selection =
                new Selection(
                        where,
                        call.number("max_files", 1, Long.MAX_VALUE),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        near);
        Plan plan = contents.plan(id, selection, BLOCK_BYTES, GROUPS_MAX);
        OptionalLong free =
                drive.flatMap(Drive::path)
                        .map(Path::of)
                        .filter(Files::isDirectory)
                        .map(DriveCalls::free)
                        .orElse(OptionalLong.empty());
        return Answer.ok(
                new PlanView(
                        plan.files(),
                        plan.bytes(),
                        plan.lying(),
                        free,
                        free.isPresent()
                                ? Optional.of(free.getAsLong() > plan.bytes())
                                : Optional.empty(),
                        plan.truncated(),
                        plan.groups().stream()
                                .map(
                                        group ->
                                                new GroupView(
                                                        group.category(),
                                                        group.tempoFrom(),
                                                        group.key().isEmpty()
                                                                ? Optional.empty()
                                                                : Optional.of(group.key()),
                                                        group.files()))
                                .toList()));
    }
}
