package crateworks.music.analysis;

import crateworks.music.analysis.Statistics.Voicing;
import crateworks.music.clues.Clues;
import crateworks.music.midi.MidiFile;
import crateworks.music.midi.NoteTable;
import crateworks.music.tags.Tag;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Says what a file is, musically.
 *
 * <p>The same file, clues and tags give the same profile. Whatever the file holds, there is an
 * answer: where nothing tells one, it is unknown, with the reason.
 */
public final class Analyst {
    /** Grows with every change that makes profiles differ. */
    public static final int VERSION = 10;

    /** Notes that harmony, rhythm and drums are taken from; figures are counted over all. */
    public static final int NOTES_MAX = 200_000;

    private Analyst() {}

    /** What a file is of the music it belongs to. */
    public enum Extent {
        /** All of it, as it was found. */
        WHOLE,
        /** One track and channel of a file that is analysed itself. */
        PART
    }

    /** The profile of a whole file, with what its path and its tags tell. */
    public static Profile profile(MidiFile file, Clues clues, List<Tag> tags) {
        return profile(file, clues, tags, Extent.WHOLE);
    }

    /**
     * The profile of a file, with what its path and its tags tell. A part that is a single line has
     * no chords: those of the file it is from are heard from all of its parts.
     */
    public static Profile profile(MidiFile file, Clues clues, List<Tag> tags, Extent extent) {
        NoteTable notes = file.notes();
        Programs programs = Programs.of(file.events(), notes);
        int ticksPerQuarter = TempoFinder.ticksPerQuarter(file.tempoMap());
        DrumFinder drumFinder =
                DrumFinder.of(notes, programs, ticksPerQuarter, new DrumNames(file, notes, tags));
        Columns all = Columns.of(notes, Columns.ALL_CHANNELS, Integer.MAX_VALUE);
        Columns some =
                all.count <= NOTES_MAX ? all : Columns.of(notes, Columns.ALL_CHANNELS, NOTES_MAX);
        int drumBits = drumFinder.channelBits();
        Columns drums = drumFinder.drums(NOTES_MAX);
        Columns pitched = drumBits == 0 ? some : Columns.of(notes, ~drumBits, NOTES_MAX);

        TempoFinder.Found beats =
                new TempoFinder(file.tempoMap(), some, clues.bpm(), drumFinder.isDrum()).find();
        BeatGrid grid = beats.grid();
        MeterEstimate meter =
                MeterFinder.find(
                        file.meterMap(),
                        clues.meter(),
                        some,
                        grid,
                        file.endTick(),
                        drumFinder.isDrum(),
                        extent);
        int lastTick = all.lastOffTick();
        long endMicros = file.tempoMap().microsAt(lastTick);
        Statistics statistics = StatisticsFinder.of(all, pitched, grid, endMicros);
        boolean isLine = extent == Extent.PART && statistics.voicing() == Voicing.MONO;
        Chroma chroma = isLine ? Chroma.ofBass(pitched, grid) : Chroma.of(pitched, grid);
        ChordFinder chordFinder = isLine ? ChordFinder.ofLine(chroma) : ChordFinder.of(chroma);
        KeyEstimate key =
                key(file, clues, pitched, grid, chroma, chordFinder.path(), meter.quartersPerBar());

        double bpm = beats.tempo().bpm();
        return new Profile(
                VERSION,
                beats.tempo(),
                beats.quarterBpm(),
                key,
                meter,
                LengthFinder.of(some, grid, meter.quartersPerBar(), endMicros, file.endTick()),
                chordFinder.harmony(grid, file.tempoMap(), pitched.lastOffTick(), key.tonality()),
                DrumReport.of(drumFinder, drums, grid, bpm, meter.quartersPerBar(), tags),
                statistics,
                new RoleFinder(
                                pitched,
                                statistics,
                                grid,
                                meter.quartersPerBar(),
                                RoleEvents.of(file))
                        .find(
                                drumFinder.isDrum(),
                                parts(notes),
                                programOfFirst(notes, programs),
                                tags,
                                extent),
                FingerprintFinder.of(pitched, drums));
    }

    private static KeyEstimate key(
            MidiFile file,
            Clues clues,
            Columns pitched,
            BeatGrid grid,
            Chroma chroma,
            int[] path,
            double beatsPerBar) {
        if (pitched.isEmpty()) {
            return KeyFinder.find(Optional.empty(), file.keySignatures(), clues.key());
        }
        LocalKeys localKeys = LocalKeys.of(chroma);
        KeyEvidence evidence = KeyEvidence.of(pitched, grid, chroma, localKeys, path, beatsPerBar);
        KeyEstimate key = KeyFinder.find(Optional.of(evidence), file.keySignatures(), clues.key());
        boolean isLine = path.length == 0;
        return isLine || key.tonality().isEmpty()
                ? key
                : key.through(
                        KeyPassages.of(localKeys, chroma, grid, key.tonality().orElseThrow()),
                        new BarLines(grid, beatsPerBar, pitched.lastOffTick()));
    }

    private static OptionalInt programOfFirst(NoteTable notes, Programs programs) {
        return notes.isEmpty() ? OptionalInt.empty() : programs.of(notes.channel(0));
    }

    private static int parts(NoteTable notes) {
        BitSet parts = new BitSet();
        for (int row = 0; row < notes.count(); row++) {
            parts.set(notes.track(row) << 4 | notes.channel(row));
        }
        return parts.cardinality();
    }
}
