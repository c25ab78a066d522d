package crateworks.ingest.discover;

import crateworks.ingest.archive.ArchiveEnd;
import crateworks.ingest.archive.ArchiveReader;
import crateworks.ingest.source.ContentKind;
import crateworks.ingest.source.FileNames;
import crateworks.ingest.source.Finding;
import crateworks.ingest.source.FolderWalk;
import crateworks.ingest.source.Settling;
import crateworks.ingest.source.WalkEnd;
import crateworks.pipeline.Bytes;
import crateworks.pipeline.message.Origin;
import crateworks.pipeline.port.Discoveries.End;
import crateworks.pipeline.port.Discoveries.Sighting;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The search of one folder: every file is sighted, every archive opened, in a fixed order. */
final class FolderSearch {
    private static final int LOOK_AHEAD = 1_000;

    private final Path root;
    private final Dispatch dispatch;
    private final ArchiveReader archives;
    private final long limit;
    private final List<Finding.FoundFile> ahead = new ArrayList<>();
    private long junk;

    /** Whether every folder could be listed, so that what was not met is not there. */
    private boolean wholeSeen = true;

    FolderSearch(Path root, Dispatch dispatch, ArchiveReader archives, long limit) {
        this.root = root;
        this.dispatch = dispatch;
        this.archives = archives;
        this.limit = limit;
    }

    /** Searches the folder; a folder that cannot be searched at all is said in the answer. */
    WalkEnd search(List<Path> exclusions, Settling settling) throws InterruptedException {
        Optional<WalkEnd> end = Optional.empty();
        try {
            end = Optional.of(new FolderWalk(root, exclusions, settling, this::meet).walk());
            lookAt();
            dispatch.flush();
            if (wholeSeen && end.get() instanceof WalkEnd.Walked) {
                dispatch.settleUnmet(root.toString());
            }
        } catch (LimitReached reached) {
            dispatch.flush();
        }
        dispatch.passOver(0, junk);
        return end.orElse(new WalkEnd.Walked(limit, junk, 0, 0));
    }

    private void meet(Finding finding) throws InterruptedException {
        switch (finding) {
            case Finding.FoundFile file -> {
                ahead.add(file);
                if (ahead.size() == LOOK_AHEAD) {
                    lookAt();
                }
            }
            case Finding.Junk _ -> junk++;
            case Finding.NotSettled(var path, var sentence) ->
                    problem(path, new End.Parked("NOT_SETTLED", sentence));
            case Finding.Problem(var path, var code, var sentence) -> {
                switch (code) {
                    case EXCLUDED, ALREADY_WALKED -> {}
                    case UNREADABLE, VANISHED, TOO_MANY_ENTRIES -> {
                        wholeSeen = false;
                        problem(path, new End.Parked(code.name(), sentence));
                    }
                    case BROKEN_LINK, LINK_LOOP, TOO_DEEP, NOT_A_FILE ->
                            problem(path, new End.Rejected(code.name(), sentence));
                }
            }
        }
    }

    private void problem(String path, End end) throws InterruptedException {
        lookAt();
        add(
                new Sighting(origin(path), 0, 0, 0, Optional.empty(), Optional.of(end)),
                Optional.empty());
    }

    /** Looks closer at the files that are new, so that unchanged ones are not even opened. */
    private void lookAt() throws InterruptedException {
        List<Finding.FoundFile> files = List.copyOf(ahead);
        ahead.clear();
        if (files.isEmpty()) {
            return;
        }
        List<Boolean> seen =
                dispatch.seen(
                        files.stream().map(file -> sighting(file, Optional.empty())).toList());
        dispatch.passOver(seen.stream().filter(each -> each).count(), 0);
        for (int at = 0; at < files.size(); at++) {
            if (!seen.get(at)) {
                lookAt(files.get(at));
            }
        }
    }

    private void lookAt(Finding.FoundFile file) throws InterruptedException {
        Path path = FileNames.locate(root, file.path());
        ContentKind kind;
        try (InputStream in = Files.newInputStream(path)) {
            kind = ContentKind.of(in.readNBytes(ContentKind.HEAD_BYTES), file.path());
        } catch (IOException e) {
            add(sighting(file, Optional.of(unreadable(file))), Optional.empty());
            return;
        }
        if (kind.isArchive()) {
            open(file, path);
        } else if (kind.isMusic()) {
            add(sighting(file, Optional.empty()), Optional.empty());
        } else {
            add(sighting(file, Optional.of(ArchiveSightings.notMusic())), Optional.empty());
        }
    }

    /** The archive itself is recorded last, so that a crash in between opens it again. */
    private void open(Finding.FoundFile file, Path path) throws InterruptedException {
        var sightings = new ArchiveSightings(root.toString(), file.path(), file.modifiedMicros());
        Optional<End> fault;
        try {
            ArchiveEnd end = archives.read(path, file.path(), each -> add(sightings.of(each)));
            junk += end.junk();
            fault = end.fault().map(ArchiveSightings::end).or(sightings::parked);
        } catch (IOException e) {
            fault = Optional.of(unreadable(file));
        }
        End recorded = fault.orElseGet(End.Opened::new);
        add(sighting(file, Optional.of(recorded)), Optional.empty());
    }

    private void add(Optional<ArchiveSightings.Seen> seen) throws InterruptedException {
        if (seen.isPresent()) {
            add(seen.get().sighting(), seen.get().content());
        }
    }

    private void add(Sighting sighting, Optional<Bytes> content) throws InterruptedException {
        if (dispatch.hasTaken(limit)) {
            throw new LimitReached();
        }
        dispatch.add(sighting, content);
    }

    private static End unreadable(Finding.FoundFile file) {
        return new End.Parked(
                "UNREADABLE", file.path() + " cannot be read: make it readable and run again.");
    }

    private Sighting sighting(Finding.FoundFile file, Optional<End> end) {
        return new Sighting(
                origin(file.path()), 0, file.size(), file.modifiedMicros(), Optional.empty(), end);
    }

    private Origin origin(String path) {
        return new Origin(root.toString(), path, "");
    }

    /** Ends a search when as many new files were found as were asked for. */
    private static final class LimitReached extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LimitReached() {
            super("enough", null, false, false);
        }
    }
}
