package crateworks.export.mpc;

import crateworks.music.midi.Reading;
import crateworks.music.midi.SmfReader;
import crateworks.music.mpc.ChordListRules;
import crateworks.music.mpc.Flaw;
import crateworks.music.mpc.PatternFile;
import crateworks.music.mpc.PatternRules;
import crateworks.music.mpc.Wav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** Holds single files against the rules of their kinds. */
final class FileCheck {
    private static final int PADS = 128;

    /** A bar of 4/4 has so many pulses; longer metres only make patterns longer. */
    private static final int BAR_PULSES = 3_840;

    /** As many bars as are no song, and room for metres of up to 7/4. */
    private static final long PULSES_MAX = 2L * PatternRules.BARS_MAX * BAR_PULSES;

    private final BiConsumer<Path, Flaw> sink;

    FileCheck(BiConsumer<Path, Flaw> sink) {
        this.sink = sink;
    }

    void check(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        try {
            switch (name.substring(name.lastIndexOf('.') + 1)) {
                case "mpcpattern" -> pattern(file);
                case "progression" -> progression(file);
                case "xpm" -> program(file);
                case "mid" -> midi(file);
                case "xml" -> ExpansionReader.read(Files.readAllBytes(file));
                default -> {} // samples are checked with their kits, pictures by nobody
            }
        } catch (IOException failure) {
            if (!Files.isReadable(file)) {
                throw failure;
            }
            sink.accept(file, new Flaw(Flaw.Rule.ILL_FORMED, String.valueOf(failure.getMessage())));
        }
    }

    private void pattern(Path file) throws IOException {
        PatternFile pattern = PatternReader.read(Files.readAllBytes(file));
        boolean nested = pattern.notes().stream().anyMatch(note -> note.type() == 3);
        if (!nested) {
            PatternRules.flaws(pattern).forEach(flaw -> sink.accept(file, flaw));
        }
        long end =
                pattern.notes().stream()
                        .mapToLong(note -> note.onPulse() + note.lengthPulses())
                        .max()
                        .orElse(0);
        if (end > PULSES_MAX && !String.valueOf(file.getFileName()).contains(" Song ")) {
            sink.accept(file, new Flaw(Flaw.Rule.TOO_LONG, end / BAR_PULSES + " bars"));
        }
    }

    private void progression(Path file) throws IOException {
        ChordListReader.Read read = ChordListReader.read(Files.readAllBytes(file));
        if (read.misspelt()) {
            sink.accept(file, new Flaw(Flaw.Rule.MISSPELT, "progession"));
        }
        ChordListRules.flaws(read.list(), stem(file)).forEach(flaw -> sink.accept(file, flaw));
    }

    private void program(Path file) throws IOException {
        ProgramFile program = ProgramReader.read(Files.readAllBytes(file));
        if (!program.name().equals(stem(file))) {
            sink.accept(file, new Flaw(Flaw.Rule.STEM, "is named " + program.name()));
        }
        List<Integer> numbers = IntStream.rangeClosed(1, PADS).boxed().toList();
        if (!program.instruments().equals(numbers)) {
            sink.accept(file, new Flaw(Flaw.Rule.INSTRUMENTS, "not 1 to " + PADS));
        }
        var notes = new HashSet<>(program.padNotes());
        boolean permutation =
                program.padNotes().size() == PADS
                        && notes.size() == PADS
                        && notes.stream().allMatch(note -> note >= 0 && note < PADS);
        if (!permutation) {
            sink.accept(file, new Flaw(Flaw.Rule.PAD_MAP, "no permutation of 0 to 127"));
        }
        for (ProgramFile.Sample sample : program.samples()) {
            sample(file, sample);
        }
    }

    private void sample(Path program, ProgramFile.Sample sample) throws IOException {
        if (!sample.file().isEmpty()) {
            sink.accept(program, new Flaw(Flaw.Rule.SAMPLE_FILE, sample.file()));
        }
        Path beside = program.resolveSibling(sample.name() + ".WAV");
        Path below = program.resolveSibling("Samples").resolve(sample.name() + ".WAV");
        Path wav = Files.isRegularFile(beside) ? beside : below;
        if (!Files.isRegularFile(wav)) {
            sink.accept(program, new Flaw(Flaw.Rule.SAMPLE_MISSING, sample.name()));
            return;
        }
        int frames = Wav.frames(Files.readAllBytes(wav)).orElse(0);
        if (frames != sample.sliceEnd() || frames == 0) {
            sink.accept(
                    program,
                    new Flaw(
                            Flaw.Rule.SAMPLE_LENGTH,
                            sample.name() + " has " + frames + ", not " + sample.sliceEnd()));
        }
    }

    /**
     * The library's own files are as they were found; that they can be read is all that is sure.
     */
    private void midi(Path file) throws IOException {
        if (SmfReader.read(Files.readAllBytes(file))
                instanceof Reading.Illegible(var at, var why)) {
            sink.accept(file, new Flaw(Flaw.Rule.MIDI_FORM, why + " at byte " + at));
        }
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.lastIndexOf('.'));
    }
}
