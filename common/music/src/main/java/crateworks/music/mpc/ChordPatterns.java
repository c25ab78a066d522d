package crateworks.music.mpc;

import crateworks.music.midi.MidiBytes;
import crateworks.music.midi.SmfWriter;
import crateworks.music.time.Division;
import java.util.OptionalInt;

/** A progression as music: each chord for a bar of 4/4, all at the same loudness. */
public final class ChordPatterns {
    private static final int BAR_PULSES = 4 * Pulses.PER_QUARTER;
    private static final int VELOCITY = 100;
    private static final int MICROS_PER_MINUTE = 60_000_000;

    /** What devices start with. */
    private static final int BPM_DEFAULT = 120;

    private static final int TRACK_NAME = 3;

    private ChordPatterns() {}

    /** The chords as a pattern. */
    public static Pattern pattern(ChordList list) {
        var notes = new Pattern.Builder(8 * list.chords().size());
        int on = 0;
        for (ChordList.Pad pad : list.chords()) {
            for (int pitch : pad.notes()) {
                notes.add(on, BAR_PULSES, pitch, VELOCITY);
            }
            on += BAR_PULSES;
        }
        return notes.build(list.chords().size());
    }

    /**
     * The chords as a MIDI file of two tracks: time, and the chords on channel 1.
     *
     * @param bpm the tempo of the music that they were heard in; at least 4
     */
    public static MidiBytes midi(ChordList list, OptionalInt bpm) {
        var out = new SmfWriter(1, new Division.TicksPerQuarter(Pulses.PER_QUARTER), 4_096);
        int end = BAR_PULSES * list.chords().size();
        out.beginTrack()
                .text(0, TRACK_NAME, list.name())
                .tempo(0, MICROS_PER_MINUTE / bpm.orElse(BPM_DEFAULT))
                .timeSignature(0, 4, 4)
                .endTrack(end);
        out.beginTrack().text(0, TRACK_NAME, "Chords");
        int on = 0;
        for (ChordList.Pad pad : list.chords()) {
            for (int pitch : pad.notes()) {
                out.channelMessage(on, 0x90, pitch, VELOCITY);
            }
            on += BAR_PULSES;
            for (int pitch : pad.notes()) {
                out.channelMessage(on, 0x80, pitch, 0);
            }
        }
        return out.endTrack(end).toBytes();
    }
}
