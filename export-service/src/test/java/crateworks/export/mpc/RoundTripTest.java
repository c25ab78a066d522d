package crateworks.export.mpc;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.music.midi.MidiFile;
import crateworks.music.midi.NoteTable;
import crateworks.music.midi.Reading;
import crateworks.music.midi.SmfReader;
import crateworks.music.mpc.Pattern;
import crateworks.music.mpc.PatternFile;
import crateworks.music.mpc.PatternProfile;
import crateworks.music.mpc.PatternProfile.Generation;
import crateworks.music.mpc.PatternProfile.Preamble;
import crateworks.music.mpc.PatternRules;
import crateworks.music.mpc.PatternWriter;
import crateworks.music.split.Part;
import crateworks.music.split.Splitter;
import crateworks.music.time.Division;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The notes of a file are the notes of its pattern, on real files and all of their parts. */
class RoundTripTest {
    private static final int NOTES_MAX = 5_000;
    private static final int FILES_MAX = Integer.getInteger("roundTrips", 60);
    private static final PatternProfile NESTED =
            new PatternProfile(Generation.NESTED, Preamble.NONE);

    @Test
    void theNotesOfAPatternAreThoseOfThePart() throws IOException {
        List<Path> files = Shared.files("corpus/midi");
        int every = Math.max(1, files.size() / FILES_MAX);
        int parts = 0;
        for (int at = 0; at < files.size(); at += every) {
            if (SmfReader.read(Files.readAllBytes(files.get(at)))
                    instanceof Reading.Legible(var file, var _)) {
                for (MidiFile part : parts(file)) {
                    check(files.get(at).toString(), part);
                    parts++;
                }
            }
        }
        assertThat(parts).isGreaterThan(Math.min(files.size(), FILES_MAX) / 2);
    }

    private static List<MidiFile> parts(MidiFile file) {
        var parts = new ArrayList<MidiFile>();
        for (Part part : Splitter.split(file)) {
            if (part.content().read() instanceof Reading.Legible(var child, var _)) {
                parts.add(child);
            }
        }
        return parts.isEmpty() ? List.of(file) : parts;
    }

    private static void check(String name, MidiFile part) throws IOException {
        NoteTable notes = part.notes();
        if (notes.isEmpty() || notes.count() > NOTES_MAX) {
            return;
        }
        Pattern pattern = Pattern.of(part).orElseThrow();
        byte[] flat = PatternWriter.write(pattern, PatternProfile.STANDARD);
        PatternFile read = PatternReader.read(flat);
        assertThat(PatternRules.flaws(read)).as(name).isEmpty();
        assertThat(texts(read)).as(name).isEqualTo(texts(pattern));
        assertThat(texts(PatternReader.read(PatternWriter.write(pattern, NESTED))))
                .as(name)
                .isEqualTo(texts(pattern));
        assertThat(again(read, pattern.bars())).as(name).isEqualTo(flat);
        if (part.division() instanceof Division.TicksPerQuarter(int perQuarter)) {
            againstTheFile(name, notes, pattern, perQuarter);
        }
    }

    /**
     * Pitch, scaled onset, length and velocity, worked out here by another formula; of notes of one
     * pitch at one pulse the loudest counts.
     */
    private static void againstTheFile(
            String name, NoteTable notes, Pattern pattern, int perQuarter) {
        var wanted = new TreeMap<Long, Integer>();
        for (int row = 0; row < notes.count(); row++) {
            long pulse = Math.round(Math.floor(notes.onTick(row) * 960.0 / perQuarter + 0.5));
            wanted.merge(pulse << 8 | notes.pitch(row), notes.velocity(row), Math::max);
        }
        long shift = (wanted.firstKey() >> 8) - pattern.onPulse(0);
        assertThat(shift).as(name).isNotNegative();
        var found = new TreeMap<Long, Integer>();
        for (int row = 0; row < pattern.count(); row++) {
            long key = (pattern.onPulse(row) + shift) << 8 | pattern.pitch(row);
            found.put(key, pattern.velocity(row));
        }
        assertThat(found).as(name).isEqualTo(wanted);
    }

    private static byte[] again(PatternFile file, int bars) {
        var notes = new Pattern.Builder(file.notes().size());
        for (PatternFile.Event.Note note : file.notes()) {
            notes.add(
                    (int) note.onPulse(),
                    (int) note.lengthPulses(),
                    note.pitch(),
                    note.velocity127());
        }
        return PatternWriter.write(notes.build(bars), PatternProfile.STANDARD);
    }

    private static List<String> texts(PatternFile file) {
        return file.notes().stream()
                .map(
                        note ->
                                note.onPulse()
                                        + "+"
                                        + note.lengthPulses()
                                        + " "
                                        + note.pitch()
                                        + " "
                                        + note.velocity127())
                .toList();
    }

    private static List<String> texts(Pattern pattern) {
        var texts = new ArrayList<String>();
        for (int row = 0; row < pattern.count(); row++) {
            texts.add(
                    pattern.onPulse(row)
                            + "+"
                            + pattern.lengthPulses(row)
                            + " "
                            + pattern.pitch(row)
                            + " "
                            + pattern.velocity(row));
        }
        return texts;
    }
}
