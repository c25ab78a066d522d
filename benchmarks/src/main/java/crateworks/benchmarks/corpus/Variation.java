package crateworks.benchmarks.corpus;

import crateworks.music.midi.EventTable;
import crateworks.music.midi.MetaType;
import crateworks.music.midi.MidiBytes;
import crateworks.music.midi.MidiFile;
import crateworks.music.midi.SmfWriter;
import java.util.SplittableRandom;

/**
 * One rewriting of a file: all notes but the drums' are transposed by one interval, and each
 * channel of each track gets a pattern of velocities of its own. Tracks, times and all other events
 * stay; keys move along with the notes. Statuses are written out, so it is larger than a base with
 * running status.
 */
final class Variation {
    private static final int CHANNELS = 16;
    private static final int DRUM_CHANNEL = 9;
    private static final int DOWN_MOST = -5;
    private static final int UP_MOST = 6;
    private static final int SHARPS_MAX = 7;
    private static final int EVENT_BYTES = 5;

    private final EventTable events;
    private final long salt;
    private final int velocitySpread;
    private final int interval;
    private final SmfWriter writer;
    private final SplittableRandom[] patterns = new SplittableRandom[CHANNELS];

    private Variation(MidiFile base, long salt, int velocitySpread) {
        events = base.events();
        this.salt = salt;
        this.velocitySpread = velocitySpread;
        interval = interval(events, new SplittableRandom(salt));
        writer = new SmfWriter(base.format(), base.division(), events.count() * EVENT_BYTES);
    }

    /**
     * The variation with this number; its velocities are at most {@code velocitySpread} away from
     * those of the base, which is of format 0 or 1.
     */
    static MidiBytes of(MidiFile base, long salt, int velocitySpread) {
        return new Variation(base, salt, velocitySpread).write();
    }

    /** An interval, in semitones, that keeps every note within 0 to 127. */
    private static int interval(EventTable events, SplittableRandom random) {
        int lowest = 127;
        int highest = 0;
        for (int row = 0; row < events.count(); row++) {
            if (isMelodic(events, row)) {
                lowest = Math.min(lowest, events.data1(row));
                highest = Math.max(highest, events.data1(row));
            }
        }
        return random.nextInt(Math.max(DOWN_MOST, -lowest), Math.min(UP_MOST, 127 - highest) + 1);
    }

    /** Whether a row is about a pitch that is transposed: a note, or the pressure on one key. */
    private static boolean isMelodic(EventTable events, int row) {
        return (events.isNote(row) || (events.status(row) & 0xF0) == 0xA0)
                && events.channel(row) != DRUM_CHANNEL;
    }

    private MidiBytes write() {
        for (int track = 0; track < events.trackCount(); track++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                long part = (long) track * CHANNELS + channel;
                patterns[channel] = new SplittableRandom(salt ^ (part + 1) << 40);
            }
            writer.beginTrack();
            for (int row = events.firstRow(track); row < events.endRow(track); row++) {
                write(row);
            }
            writer.endTrack(events.endTick(track));
        }
        return writer.toBytes();
    }

    private void write(int row) {
        int pitch = isMelodic(events, row) ? events.data1(row) + interval : 0;
        if (events.isNoteOn(row)) {
            int kept = isMelodic(events, row) ? pitch : events.data1(row);
            writer.channelMessage(events.tick(row), events.status(row), kept, velocity(row));
        } else if (isMelodic(events, row)) {
            writer.channelMessage(events.tick(row), events.status(row), pitch, events.data2(row));
        } else if (isKey(row)) {
            int sharps = (byte) events.payloadByte(row, 0);
            boolean isMinor = events.payloadByte(row, 1) == 1;
            writer.keySignature(events.tick(row), transposed(sharps), isMinor);
        } else {
            writer.copy(events, row);
        }
    }

    private int velocity(int row) {
        int away = patterns[events.channel(row)].nextInt(-velocitySpread, velocitySpread + 1);
        return Math.clamp(events.data2(row) + away, 1, 127);
    }

    private boolean isKey(int row) {
        return events.isMeta(row, MetaType.KEY_SIGNATURE)
                && events.payloadLength(row) == 2
                && Math.abs((byte) events.payloadByte(row, 0)) <= SHARPS_MAX;
    }

    /** A semitone up is seven sharps more; the result is within -5 to 6. */
    private int transposed(int sharps) {
        return interval == 0 ? sharps : Math.floorMod(sharps + 7 * interval + 5, 12) - 5;
    }
}
