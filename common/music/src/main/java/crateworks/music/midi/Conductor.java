package crateworks.music.midi;

import crateworks.music.time.Division;
import crateworks.music.time.KeySignatures;
import crateworks.music.time.MeterMap;
import crateworks.music.time.TempoMap;

/**
 * Tempo, metre and key of a file.
 *
 * <p>All tracks count, as players do, although only the first should have such events; in format 2,
 * where each track is a pattern with a time of its own, the first track that has one of them.
 */
final class Conductor {
    private static final int TEMPO_BYTES = 3;
    private static final int METER_BYTES = 2;
    private static final int KEY_BYTES = 2;
    private static final int DENOMINATOR_POWER_MAX = 6;
    private static final int SHARPS_MAX = 7;

    private final EventTable events;
    private final Repairs repairs;
    private final TempoMap.Builder tempi;
    private final MeterMap.Builder meters = new MeterMap.Builder();
    private final KeySignatures.Builder keys = new KeySignatures.Builder();
    private boolean hasAny;

    private Conductor(EventTable events, Division division, Repairs repairs) {
        this.events = events;
        this.repairs = repairs;
        tempi = new TempoMap.Builder(division);
    }

    /** Reads the events of a file. */
    static Conductor of(EventTable events, int format, Division division, Repairs repairs) {
        if (format != 2) {
            return ofRows(events, 0, events.count(), division, repairs);
        }
        Conductor first = ofRows(events, 0, events.endRow(0), division, repairs);
        for (int track = 1; track < events.trackCount(); track++) {
            Conductor next =
                    ofRows(events, events.firstRow(track), events.endRow(track), division, repairs);
            first = first.hasAny ? first : next;
        }
        return first;
    }

    /** Reads the events of some rows. */
    static Conductor ofRows(
            EventTable events, int firstRow, int endRow, Division division, Repairs repairs) {
        var conductor = new Conductor(events, division, repairs);
        for (int payload = events.firstPayloadFrom(firstRow);
                payload < events.payloadCount() && events.payloadRow(payload) < endRow;
                payload++) {
            conductor.add(events.payloadRow(payload));
        }
        return conductor;
    }

    private void add(int row) {
        if (events.status(row) != EventTable.META) {
            return;
        }
        switch (events.metaType(row)) {
            case MetaType.TEMPO -> addTempo(row);
            case MetaType.TIME_SIGNATURE -> addMeter(row);
            case MetaType.KEY_SIGNATURE -> addKey(row);
            default -> {}
        }
    }

    private void addTempo(int row) {
        int micros = 0;
        if (events.payloadLength(row) >= TEMPO_BYTES) {
            micros =
                    events.payloadByte(row, 0) << 16
                            | events.payloadByte(row, 1) << 8
                            | events.payloadByte(row, 2);
        }
        if (micros == 0) {
            repairs.note(Departure.TEMPO_MALFORMED, events.payloadOffset(row));
            return;
        }
        hasAny = true;
        tempi.add(events.tick(row), micros);
    }

    private void addMeter(int row) {
        boolean isWhole = events.payloadLength(row) >= METER_BYTES;
        int numerator = isWhole ? events.payloadByte(row, 0) : 0;
        int power = isWhole ? events.payloadByte(row, 1) : 0;
        if (numerator == 0 || power > DENOMINATOR_POWER_MAX) {
            repairs.note(Departure.METER_ABSURD, events.payloadOffset(row));
            return;
        }
        hasAny = true;
        meters.add(events.tick(row), numerator, 1 << power);
    }

    private void addKey(int row) {
        boolean isWhole = events.payloadLength(row) >= KEY_BYTES;
        int sharps = isWhole ? (byte) events.payloadByte(row, 0) : Byte.MAX_VALUE;
        int mode = isWhole ? events.payloadByte(row, 1) : 0;
        if (Math.abs(sharps) > SHARPS_MAX || mode > 1) {
            repairs.note(Departure.KEY_SIGNATURE_ABSURD, events.payloadOffset(row));
            return;
        }
        hasAny = true;
        keys.add(events.tick(row), sharps, mode == 1);
    }

    TempoMap tempoMap() {
        return tempi.build();
    }

    MeterMap meterMap() {
        return meters.build();
    }

    KeySignatures keySignatures() {
        return keys.build();
    }
}
