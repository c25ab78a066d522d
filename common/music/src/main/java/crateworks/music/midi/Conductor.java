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

    Conductor(EventTable events, int format, Division division, Repairs repairs) {
        this.events = events;
        this.repairs = repairs;
        tempi = new TempoMap.Builder(division);
        int endRow = events.count();
        for (int payload = 0; payload < events.payloadCount(); payload++) {
            int row = events.payloadRow(payload);
            if (row >= endRow) {
                break;
            }
            if (events.status(row) == EventTable.META && add(row) && format == 2) {
                endRow = Math.min(endRow, endOfTrack(row));
            }
        }
    }

    private int endOfTrack(int row) {
        int track = 0;
        while (events.endRow(track) <= row) {
            track++;
        }
        return events.endRow(track);
    }

    /** Adds an event if it is one of the three, and says whether. */
    private boolean add(int row) {
        switch (events.metaType(row)) {
            case MetaType.TEMPO -> addTempo(row);
            case MetaType.TIME_SIGNATURE -> addMeter(row);
            case MetaType.KEY_SIGNATURE -> addKey(row);
            default -> {
                return false;
            }
        }
        return true;
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
