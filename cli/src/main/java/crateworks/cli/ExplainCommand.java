package crateworks.cli;

import crateworks.adapters.postgres.PostgresLookup;
import crateworks.adapters.s3.PackKeys;
import crateworks.adapters.s3.PackStore;
import crateworks.adapters.s3.StoreClient;
import crateworks.analyze.AnalyzeStage;
import crateworks.infra.data.Part;
import crateworks.music.analysis.Analyst.Extent;
import crateworks.music.category.Appraisal;
import crateworks.music.midi.MidiFile;
import crateworks.music.midi.Reading;
import crateworks.music.midi.SmfReader;
import crateworks.music.split.Splitter;
import crateworks.music.tags.FileTags;
import crateworks.music.tags.TagDictionary;
import crateworks.music.tags.Tagger;
import crateworks.pipeline.port.Lookup;
import crateworks.pipeline.port.Outage;
import crateworks.web.why.Explanation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Why a file is what the catalog says it is. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Say what a file is and why: each source, its vote, how sure it is, and what was"
                        + " decided. Works on files on disk, without a library, and on files of the"
                        + " library.")
final class ExplainCommand implements Callable<Integer> {
    private static final long BYTES_MAX = SmfReader.FILE_BYTES_MAX;

    /** The file's name, and folders that may say something about it. */
    private static final int SEGMENTS_MAX = 4;

    @Parameters(
            paramLabel = "FILE|ID|PATH",
            arity = "1..*",
            description =
                    "A MIDI file on disk, or a number or a path that `crateworks catalog` shows.")
    List<String> files = new ArrayList<>();

    @Mixin DataOption data = new DataOption();

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Outage, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        var inLibrary = new ArrayList<String>();
        for (String file : files) {
            if (Files.isRegularFile(Path.of(file))) {
                explainFile(Path.of(file), out);
            } else {
                inLibrary.add(file);
            }
        }
        if (!inLibrary.isEmpty()) {
            explainFromLibrary(inLibrary, out);
        }
        out.flush();
        return ExitCode.FINE;
    }

    private void explainFile(Path path, PrintWriter out) {
        MidiFile file = read(bytes(path), path.toString());
        List<String> segments = segments(path);
        TagDictionary dictionary = TagRules.of(data.directory());
        var tagger = new Tagger(dictionary);
        Appraisal appraisal =
                Appraisal.of(file, segments, FileTags.of(tagger, file, segments), Extent.WHOLE);
        Section.print(
                segments.getLast(),
                path.toString(),
                new Explanation()
                        .body(file, appraisal)
                        .parts(Splitter.split(file), segments, tagger),
                out);
    }

    private void explainFromLibrary(List<String> references, PrintWriter out)
            throws Outage, InterruptedException {
        try (Library library =
                        Library.open(data.directory(), EnumSet.of(Part.DATABASE, Part.STORE));
                StoreClient store = StoreClient.open(Engine.storeSettings(library.connections()));
                var packs =
                        new PackStore(
                                store, new PackKeys(InstantSource.system(), new SecureRandom()))) {
            var lookup = new PostgresLookup(library.postgres());
            for (String reference : references) {
                for (long number : FileReference.resolve(lookup, reference)) {
                    explain(number, lookup, packs, out);
                }
            }
        }
    }

    private static void explain(long number, Lookup lookup, PackStore packs, PrintWriter out)
            throws Outage, InterruptedException {
        Lookup.Entry entry =
                lookup.entry(number)
                        .orElseThrow(
                                () ->
                                        new Usage(
                                                ExitCode.NO_INPUT,
                                                "There is no file " + number + " in the library."));
        byte[] bytes = packs.read(List.of(entry.piece().content())).getFirst().array();
        MidiFile file = read(bytes, entry.piece().name());
        Appraisal appraisal = AnalyzeStage.appraisal(entry.piece(), file);
        Section.print(
                entry.piece().name(),
                Explanation.place(number, entry.piece()),
                new Explanation().stored(entry).body(file, appraisal),
                out);
    }

    private static byte[] bytes(Path path) {
        try {
            if (Files.size(path) > BYTES_MAX) {
                throw new Usage(ExitCode.NO_INPUT, path + " is larger than any MIDI file.");
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new Usage(ExitCode.NO_INPUT, path + " cannot be read (" + e.getMessage() + ").");
        }
    }

    private static MidiFile read(byte[] bytes, String name) {
        return switch (SmfReader.read(bytes)) {
            case Reading.Legible(var file, _) -> file;
            case Reading.Illegible(int offset, var fault) ->
                    throw new Usage(
                            ExitCode.NO_INPUT,
                            Terminal.printable(name)
                                    + ": "
                                    + fault.sentence()
                                    + " (at byte "
                                    + offset
                                    + ")");
        };
    }

    private static List<String> segments(Path path) {
        var segments = new ArrayList<String>();
        path.toAbsolutePath().normalize().forEach(each -> segments.add(each.toString()));
        return segments.subList(Math.max(0, segments.size() - SEGMENTS_MAX), segments.size());
    }
}
