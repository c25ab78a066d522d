package crateworks.web.api;

import crateworks.music.mpc.Pattern;
import crateworks.music.mpc.PatternProfile;
import crateworks.music.mpc.PatternWriter;
import crateworks.pipeline.Bytes;
import crateworks.pipeline.port.FileHistory;
import crateworks.pipeline.port.FileHistory.File;
import crateworks.pipeline.port.Lookup;
import crateworks.web.file.Appraising;
import crateworks.web.file.Contents;
import crateworks.web.file.FileView;
import crateworks.web.file.NoteRoll;
import crateworks.web.http.Answer;
import crateworks.web.http.Call;
import crateworks.web.http.JsonText;
import crateworks.web.http.Problem;
import crateworks.web.http.Routes;
import crateworks.web.why.Explanation;
import crateworks.web.why.Sections;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One file: its history, its music, and how to take it along. */
public final class FileCalls {
    private static final int NOTES_MAX = 100_000;
    private static final int NOTES_DEFAULT = 20_000;
    private static final int CHORDS_MAX = 4_000;

    record WhyView(long file, String summary, List<Sections.Section> sections) {}

    record ChordView(double from, double to, String label) {}

    record ChordsView(
            long file, Optional<String> key, String progression, List<ChordView> chords) {}

    private final FileHistory history;
    private final Contents contents;
    private final Appraising appraising;

    public FileCalls(FileHistory history, Contents contents, Appraising appraising) {
        this.history = history;
        this.contents = contents;
        this.appraising = appraising;
    }

    public void addTo(Routes routes) {
        routes.get("/api/files/{file}", call -> Answer.ok(FileView.of(file(call))))
                .get("/api/files/{file}/why", this::why)
                .get("/api/files/{file}/notes", this::notes)
                .get("/api/files/{file}/chords", this::chords)
                .get("/api/files/{file}/download.mid", this::midi)
                .get("/api/files/{file}/download.mpcpattern", this::pattern);
    }

    private File file(Call call) throws IOException {
        long id = call.number("file", "FILE");
        return history.of(id)
                .orElseThrow(() -> Problem.unknown("FILE", "There is no file " + id + "."));
    }

    private Answer why(Call call) throws IOException, InterruptedException {
        long id = call.number("file", "FILE");
        Explanation explanation =
                contents.with(
                        id,
                        (entry, music) ->
                                new Explanation()
                                        .stored(entry)
                                        .body(music, appraising.of(entry.piece(), music)));
        return Answer.ok(new WhyView(id, explanation.summary(), explanation.sections().all()));
    }

    private Answer notes(Call call) throws IOException, InterruptedException {
        long id = call.number("file", "FILE");
        int max = call.integer("limit", 1, NOTES_MAX).orElse(NOTES_DEFAULT);
        return Answer.ok(contents.with(id, (_, music) -> NoteRoll.of(id, music, max)));
    }

    private Answer chords(Call call) throws IOException {
        File file = file(call);
        var chords = new ArrayList<ChordView>();
        for (JsonNode each : JsonText.tree(file.chords())) {
            if (chords.size() == CHORDS_MAX) {
                break;
            }
            chords.add(
                    new ChordView(
                            each.path(0).asDouble(0),
                            each.path(1).asDouble(0),
                            each.path(2).asString("")));
        }
        Optional<String> key =
                file.values().stream()
                        .filter(value -> value.field().equals("key"))
                        .map(FileHistory.Value::value)
                        .findFirst();
        return Answer.ok(new ChordsView(file.id(), key, file.progression(), chords));
    }

    private Answer midi(Call call) throws IOException, InterruptedException {
        Lookup.Entry entry = contents.entry(call.number("file", "FILE"));
        return new Answer.Download(
                "audio/midi", stem(entry.piece().name()) + ".mid", contents.bytes(entry));
    }

    private Answer pattern(Call call) throws IOException, InterruptedException {
        long id = call.number("file", "FILE");
        return contents.with(
                id,
                (entry, music) -> {
                    Pattern pattern =
                            Pattern.of(music)
                                    .orElseThrow(
                                            () ->
                                                    new Problem(
                                                            422,
                                                            "NO_PATTERN",
                                                            "This file cannot be a pattern."));
                    return new Answer.Download(
                            "application/octet-stream",
                            stem(entry.piece().name()) + ".mpcpattern",
                            Bytes.of(PatternWriter.write(pattern, PatternProfile.STANDARD)));
                });
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
