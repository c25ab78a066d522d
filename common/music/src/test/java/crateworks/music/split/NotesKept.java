package crateworks.music.split;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.music.midi.Departure;
import crateworks.music.midi.MidiFile;
import crateworks.music.midi.NoteTable;
import crateworks.music.midi.Read;
import crateworks.music.midi.Reading;
import crateworks.music.midi.Repair;
import crateworks.music.time.TempoMap;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** The law of splitting: the notes of the parts, merged, are the notes of the parent. */
public final class NotesKept {
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private NotesKept() {}

    public static void check(String name, MidiFile parent) {
        List<Part> parts = Splitter.split(parent);
        if (parts.isEmpty()) {
            assertThat(Splitter.partCount(parent)).as(name).isLessThan(2);
            return;
        }
        LongStream ofParts = LongStream.empty();
        for (Part part : parts) {
            Reading.Legible child = Read.legible(part.content().read());
            // an odd frame rate stays, because the notes' times do
            assertThat(child.repairs())
                    .as(name)
                    .extracting(Repair::departure)
                    .isSubsetOf(Departure.FRAME_RATE_UNKNOWN);
            long[] notes = notes(child.file(), part.track(), true);
            assertThat(notes.length).as(name).isEqualTo(part.noteCount());
            ofParts = LongStream.concat(ofParts, Arrays.stream(notes));
        }
        assertThat(ofParts.sorted().toArray())
                .as(name)
                .isEqualTo(LongStream.of(notes(parent, 0, false)).sorted().toArray());
    }

    /** A number for each note that mixes its track, channel, pitch, velocity, ticks and times. */
    private static long[] notes(MidiFile file, int partTrack, boolean isPart) {
        NoteTable notes = file.notes();
        long[] mixed = new long[notes.count()];
        int tempoTrack = -1;
        TempoMap tempi = file.tempoMap();
        for (int row = 0; row < mixed.length; row++) {
            if (file.format() == 2 && notes.track(row) != tempoTrack) {
                tempoTrack = notes.track(row);
                tempi = file.tempoMap(tempoTrack);
            }
            long note = isPart ? partTrack : notes.track(row);
            note = note << 4 | notes.channel(row);
            note = note << 14 | notes.pitch(row) << 7 | notes.velocity(row);
            note = note * MIX + notes.onTick(row);
            note = note * MIX + notes.offTick(row);
            note = note * MIX + tempi.microsAt(notes.onTick(row));
            mixed[row] = note * MIX + tempi.microsAt(notes.offTick(row));
        }
        return mixed;
    }
}
