package crateworks.music.split;

import crateworks.music.midi.EventTable;
import crateworks.music.midi.MetaType;
import crateworks.music.midi.MidiBytes;
import crateworks.music.midi.MidiFile;
import crateworks.music.midi.SmfWriter;
import crateworks.music.time.KeySignatures;
import crateworks.music.time.MeterMap;
import crateworks.music.time.TempoMap;

/**
 * Writes one part as a file: the events of its track that belong to it, merged with those that are
 * shared and with the tempi, metres and keys, in the order in which a player meets them.
 */
final class PartWriter {
    private static final int KEYS = 16 * 128;
    private static final long NEVER = Long.MAX_VALUE;

    private final EventTable events;
    private final SmfWriter writer;
    private final int track;
    private final int channelMask;
    private final boolean keepsTrackText;
    private final boolean isPattern;
    private final TempoMap tempi;
    private final MeterMap meters;
    private final KeySignatures keys;
    private final long[] shared;
    private int tempoRow;
    private int meterRow;
    private int keyRow;
    private int sharedRow;

    /** When the tempo, metre or key changes next. */
    private long nextTimeTick;

    /** The notes that sound, by channel and pitch. */
    private final boolean[] sounding = new boolean[KEYS];

    private int soundingCount;

    /** {@code channelMask} has a bit for each channel that belongs to the part. */
    PartWriter(MidiFile file, int track, int channelMask, long[] shared, int bytesExpected) {
        events = file.events();
        writer = new SmfWriter(0, file.division(), bytesExpected);
        this.track = track;
        this.channelMask = channelMask;
        this.shared = shared;
        keepsTrackText = file.format() != 0;
        isPattern = file.format() == 2;
        tempi = file.tempoMap(track);
        meters = file.meterMap(track);
        keys = file.keySignatures(track);
        tempoRow = tempi.isDeclared() ? 0 : tempi.count();
        meterRow = meters.isDeclared() ? 0 : meters.count();
        nextTimeTick = nextTimeTick();
    }

    MidiBytes write(String name) {
        writer.beginTrack().text(0, MetaType.TRACK_NAME, name);
        int endRow = events.endRow(track);
        for (int row = events.firstRow(track); row < endRow; row++) {
            if (belongs(row)) {
                int tick = events.tick(row);
                writeSharedBefore((long) tick << 32 | row);
                writeTimeUpTo(tick);
                write(row);
            }
        }
        int end = events.endTick(track);
        writeSharedBefore(((long) end + 1) << 32);
        writeTimeUpTo(end);
        endNotes(end);
        writeSharedBefore(Long.MAX_VALUE);
        writeTimeUpTo(Integer.MAX_VALUE);
        return writer.endTrack(Math.max(end, lastTick())).toBytes();
    }

    private boolean belongs(int row) {
        if (events.hasChannel(row)) {
            return (channelMask >>> events.channel(row) & 1) != 0;
        }
        if (!keepsTrackText || (!isPattern && SharedRows.isShared(events, row))) {
            return false;
        }
        if (events.status(row) != EventTable.META) {
            return SharedRows.isWholeExclusive(events, row);
        }
        return switch (events.metaType(row)) {
            case MetaType.TRACK_NAME,
                    MetaType.TEMPO,
                    MetaType.TIME_SIGNATURE,
                    MetaType.KEY_SIGNATURE ->
                    false;
            default -> events.metaType(row) < 0x80;
        };
    }

    private void write(int row) {
        writer.copy(events, row);
        if (!events.isNote(row)) {
            return;
        }
        int key = events.channel(row) << 7 | events.data1(row);
        boolean sounds = events.isNoteOn(row);
        if (sounds != sounding[key]) {
            sounding[key] = sounds;
            soundingCount += sounds ? 1 : -1;
        }
    }

    /** Notes that nothing ends are ended with their track, as the reader of the parent did. */
    private void endNotes(int tick) {
        for (int key = 0; soundingCount > 0 && key < KEYS; key++) {
            if (sounding[key]) {
                writer.channelMessage(tick, 0x80 | key >>> 7, key & 0x7F, 0);
                soundingCount--;
            }
        }
    }

    private void writeSharedBefore(long tickAndRow) {
        while (sharedRow < shared.length && shared[sharedRow] < tickAndRow) {
            int row = SharedRows.row(shared[sharedRow]);
            writeTimeUpTo(events.tick(row));
            writer.copy(events, row);
            sharedRow++;
        }
    }

    /** Writes the changes of tempo, metre and key up to and including a tick. */
    private void writeTimeUpTo(int tick) {
        while (nextTimeTick <= tick) {
            int at = (int) nextTimeTick;
            while (tempoRow < tempi.count() && tempi.fromTick(tempoRow) == at) {
                writer.tempo(at, tempi.microsPerQuarter(tempoRow++));
            }
            while (meterRow < meters.count() && meters.fromTick(meterRow) == at) {
                writer.timeSignature(
                        at, meters.numerator(meterRow), meters.denominator(meterRow++));
            }
            while (keyRow < keys.count() && keys.fromTick(keyRow) == at) {
                writer.keySignature(at, keys.sharps(keyRow), keys.isMinor(keyRow++));
            }
            nextTimeTick = nextTimeTick();
        }
    }

    private long nextTimeTick() {
        long next = tempoRow < tempi.count() ? tempi.fromTick(tempoRow) : NEVER;
        next = meterRow < meters.count() ? Math.min(next, meters.fromTick(meterRow)) : next;
        return keyRow < keys.count() ? Math.min(next, keys.fromTick(keyRow)) : next;
    }

    private int lastTick() {
        int last = shared.length == 0 ? 0 : SharedRows.tick(shared[shared.length - 1]);
        last = Math.max(last, tempi.fromTick(tempi.count() - 1));
        last = Math.max(last, meters.fromTick(meters.count() - 1));
        return keys.isDeclared() ? Math.max(last, keys.fromTick(keys.count() - 1)) : last;
    }
}
