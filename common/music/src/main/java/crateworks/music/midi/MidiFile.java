package crateworks.music.midi;

import crateworks.music.time.Division;
import crateworks.music.time.KeySignatures;
import crateworks.music.time.MeterMap;
import crateworks.music.time.TempoMap;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The music of a file: its events, and the time that they are in.
 *
 * <p>Immutable, as long as the bytes it was read from are left alone. In format 2 each track is a
 * pattern by itself; the maps of time are those of the first pattern that has any.
 */
public final class MidiFile {
    private final int format;
    private final Division division;
    private final EventTable events;
    private final TempoMap tempoMap;
    private final MeterMap meterMap;
    private final KeySignatures keySignatures;

    MidiFile(int format, Division division, EventTable events, Conductor conductor) {
        this.format = format;
        this.division = division;
        this.events = events;
        this.tempoMap = conductor.tempoMap();
        this.meterMap = conductor.meterMap();
        this.keySignatures = conductor.keySignatures();
    }

    /** The tempi that a track plays in: in format 2 its own, otherwise those of the file. */
    public TempoMap tempoMap(int track) {
        return format == 2 ? conductor(track).tempoMap() : tempoMap;
    }

    /** The metres that a track plays in: in format 2 its own, otherwise those of the file. */
    public MeterMap meterMap(int track) {
        return format == 2 ? conductor(track).meterMap() : meterMap;
    }

    /** The keys of a track: in format 2 its own, otherwise those of the file. */
    public KeySignatures keySignatures(int track) {
        return format == 2 ? conductor(track).keySignatures() : keySignatures;
    }

    private Conductor conductor(int track) {
        return Conductor.ofRows(
                events, events.firstRow(track), events.endRow(track), division, new Repairs());
    }

    /** 0: one track of all channels; 1: tracks that sound together; 2: tracks that are patterns. */
    public int format() {
        return format;
    }

    public Division division() {
        return division;
    }

    /** Tracks that were found, whatever the header says; at least one. */
    public int trackCount() {
        return events.trackCount();
    }

    public EventTable events() {
        return events;
    }

    /** The notes, paired anew by each call: keep the table. */
    public NoteTable notes() {
        return NotePairing.notes(events);
    }

    public TempoMap tempoMap() {
        return tempoMap;
    }

    public MeterMap meterMap() {
        return meterMap;
    }

    public KeySignatures keySignatures() {
        return keySignatures;
    }

    /** The last tick of the file: that of the track that ends last. */
    public int endTick() {
        int last = 0;
        for (int track = 0; track < trackCount(); track++) {
            last = Math.max(last, events.endTick(track));
        }
        return last;
    }

    /** The first name that a track states, unless it is blank. */
    public Optional<String> trackName(int track) {
        return firstText(MetaType.TRACK_NAME, events.firstRow(track), events.endRow(track));
    }

    /** The first name of an instrument that a track states, unless it is blank. */
    public Optional<String> instrumentName(int track) {
        return firstText(MetaType.INSTRUMENT_NAME, events.firstRow(track), events.endRow(track));
    }

    /** The first copyright notice, unless it is blank. */
    public Optional<String> copyright() {
        return firstText(MetaType.COPYRIGHT, 0, events.count());
    }

    /** Whether there is a meta event of a type; see {@link MetaType}. */
    public boolean hasMeta(int type) {
        for (int payload = 0; payload < events.payloadCount(); payload++) {
            if (events.isMeta(events.payloadRow(payload), type)) {
                return true;
            }
        }
        return false;
    }

    /** The first program, 0 to 127, that a track selects on a channel. */
    public OptionalInt program(int track, int channel) {
        for (int row = events.firstRow(track); row < events.endRow(track); row++) {
            if (events.status(row) == (0xC0 | channel)) {
                return OptionalInt.of(events.data1(row));
            }
        }
        return OptionalInt.empty();
    }

    private Optional<String> firstText(int type, int firstRow, int endRow) {
        for (int payload = events.firstPayloadFrom(firstRow);
                payload < events.payloadCount();
                payload++) {
            int row = events.payloadRow(payload);
            if (row >= endRow) {
                return Optional.empty();
            }
            if (events.isMeta(row, type)) {
                return Optional.of(events.text(row)).filter(text -> !text.isBlank());
            }
        }
        return Optional.empty();
    }
}
