package crateworks.cli;

import crateworks.infra.data.DataDirectory;
import crateworks.ingest.source.ContentKind;
import crateworks.ingest.source.FileNames;
import crateworks.ingest.source.Finding;
import crateworks.ingest.source.FolderWalk;
import crateworks.ingest.source.Settling;
import crateworks.ingest.source.WalkEnd;
import crateworks.pipeline.message.Origin;
import crateworks.pipeline.session.Order;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Looks at what a run would find; starts nothing and changes nothing. */
final class DryRun {
    private static final int PROBLEMS_SHOWN_MAX = 20;

    private final Path root;
    private final PrintWriter out;
    private long music;
    private long archives;
    private long others;
    private long junk;
    private long bytes;
    private long problems;

    private DryRun(Path root, PrintWriter out) {
        this.root = root;
        this.out = out;
    }

    static int of(Order order, DataDirectory data, PrintWriter out) throws InterruptedException {
        List<Path> exclusions = new ArrayList<>();
        exclusions.add(data.root());
        order.drive().map(Path::of).ifPresent(exclusions::add);
        for (String source : order.sources().stream().filter(Origin::isFolder).toList()) {
            new DryRun(Path.of(source), out).look(exclusions);
        }
        out.println("Nothing was changed; without --dry-run these would be taken in.");
        out.flush();
        return ExitCode.FINE;
    }

    private void look(List<Path> exclusions) throws InterruptedException {
        WalkEnd end =
                new FolderWalk(root, exclusions, Settling.once(InstantSource.system()), this::meet)
                        .walk();
        if (end instanceof WalkEnd.Refused(var sentence)) {
            throw new Usage(ExitCode.NO_INPUT, sentence);
        }
        out.println(root + ":");
        out.println("  " + Wording.count(music, "MIDI file") + ", " + (bytes >> 20) + " MiB");
        out.println("  " + Wording.count(archives, "archive") + ", whose members are not counted");
        out.println("  " + Wording.count(others, "other file") + ", which would be rejected");
        out.println("  " + Wording.count(junk, "piece") + " of junk, which would be passed over");
        out.println("  " + Wording.count(problems, "problem"));
    }

    private void meet(Finding finding) {
        switch (finding) {
            case Finding.FoundFile file -> count(file);
            case Finding.Junk _ -> junk++;
            case Finding.NotSettled(var path, var sentence) -> problem(path, sentence);
            case Finding.Problem(var path, _, var sentence) -> problem(path, sentence);
        }
    }

    private void count(Finding.FoundFile file) {
        try (InputStream in = Files.newInputStream(FileNames.locate(root, file.path()))) {
            ContentKind kind = ContentKind.of(in.readNBytes(ContentKind.HEAD_BYTES), file.path());
            music += kind.isMusic() ? 1 : 0;
            archives += kind.isArchive() ? 1 : 0;
            others += kind.isMusic() || kind.isArchive() ? 0 : 1;
            bytes += kind.isMusic() ? file.size() : 0;
        } catch (IOException e) {
            problem(file.path(), "It cannot be read.");
        }
    }

    private void problem(String path, String sentence) {
        problems++;
        if (problems <= PROBLEMS_SHOWN_MAX) {
            out.println("  " + Terminal.printable(path) + ": " + sentence);
        }
    }
}
