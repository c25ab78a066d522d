package crateworks.music.analysis;

import crateworks.music.midi.MidiFile;
import crateworks.music.midi.NoteTable;
import crateworks.music.midi.Reading;
import crateworks.music.midi.SmfReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the analysis hears in a file before it decides: the evidence that lessons are made of. */
record Heard(
        MidiFile file,
        boolean isDrum,
        Columns all,
        Columns pitched,
        BeatGrid grid,
        MeterEstimate meter) {

    static Heard of(Path path) throws IOException {
        if (!(SmfReader.read(Files.readAllBytes(path))
                instanceof Reading.Legible(var file, var _))) {
            throw new IOException("no MIDI file: " + path);
        }
        int ticks = TempoFinder.ticksPerQuarter(file.tempoMap());
        NoteTable notes = file.notes();
        var names = new DrumNames(file, notes, List.of());
        DrumFinder drums = DrumFinder.of(notes, Programs.of(file.events(), notes), ticks, names);
        Columns all = Columns.of(notes, Columns.ALL_CHANNELS, Analyst.NOTES_MAX);
        Columns pitched = Columns.of(notes, ~drums.channelBits(), Analyst.NOTES_MAX);
        TempoFinder finder =
                new TempoFinder(file.tempoMap(), all, Optional.empty(), drums.isDrum());
        BeatGrid grid = finder.find().grid();
        MeterEstimate meter =
                MeterFinder.find(
                        file.meterMap(),
                        Optional.empty(),
                        all,
                        grid,
                        file.endTick(),
                        drums.isDrum(),
                        Analyst.Extent.WHOLE);
        return new Heard(file, drums.isDrum(), all, pitched, grid, meter);
    }

    KeyEvidence keyEvidence() {
        return keyEvidence(pitched);
    }

    /** The same of some of the notes, in the beat and metre of the whole. */
    KeyEvidence keyEvidence(Columns notes) {
        Chroma chroma = Chroma.of(notes, grid);
        int[] path = ChordFinder.of(chroma).path();
        return KeyEvidence.of(
                notes, grid, chroma, LocalKeys.of(chroma), path, meter.quartersPerBar());
    }
}
