package crateworks.ingest.discover;

import crateworks.ingest.archive.ArchiveReader;
import crateworks.ingest.source.Finding;
import crateworks.ingest.source.FolderWalk;
import crateworks.ingest.source.Settling;
import crateworks.ingest.source.WalkEnd;
import crateworks.pipeline.message.Origin;
import crateworks.pipeline.port.Discoveries.End;
import crateworks.pipeline.port.Discoveries.Sighting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The search of one folder: every file is sighted, every archive opened, in a fixed order. */
final class FolderSearch {
    private static final int LOOK_AHEAD = 1_000;

    private final Path root;
    private final Dispatch dispatch;
    private final CloserLook look;
    private final long limit;
    private final List<FolderThing> ahead = new ArrayList<>();
    private long junk;

    /** Whether every folder could be listed, so that what was not met is not there. */
    private boolean wholeSeen = true;

    FolderSearch(Path root, Dispatch dispatch, ArchiveReader archives, long limit) {
        this.root = root;
        this.dispatch = dispatch;
        this.look = new CloserLook(dispatch, archives, limit);
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
        dispatch.passOver(0, junk + look.junk());
        return end.orElse(new WalkEnd.Walked(limit, junk, 0, 0));
    }

    private void meet(Finding finding) throws InterruptedException {
        switch (finding) {
            case Finding.FoundFile file -> {
                ahead.add(new FolderThing(root, file));
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
        look.add(
                new Sighting(
                        new Origin(root.toString(), path, ""),
                        0,
                        0,
                        0,
                        Optional.empty(),
                        Optional.of(end)),
                Optional.empty());
    }

    /** Looks closer at the files that are new, so that unchanged ones are not even opened. */
    private void lookAt() throws InterruptedException {
        List<FolderThing> files = List.copyOf(ahead);
        ahead.clear();
        if (files.isEmpty()) {
            return;
        }
        List<Boolean> fresh =
                dispatch.fresh(
                        files.stream().map(file -> file.sighting(Optional.empty())).toList());
        for (int at = 0; at < files.size(); at++) {
            if (fresh.get(at)) {
                lookAt(files.get(at));
            }
        }
    }

    private void lookAt(FolderThing thing) throws InterruptedException {
        try {
            look.at(thing);
        } catch (IOException e) {
            look.end(thing, unreadable(thing.file()));
        }
    }

    private static End unreadable(Finding.FoundFile file) {
        return new End.Parked(
                "UNREADABLE", file.path() + " cannot be read: make it readable and run again.");
    }
}
