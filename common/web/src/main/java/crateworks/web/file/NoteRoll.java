package crateworks.web.file;

import crateworks.music.midi.MidiFile;
import crateworks.music.midi.NoteTable;
import crateworks.music.time.Division;
import crateworks.music.time.MeterMap;
import crateworks.music.time.TempoMap;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The notes of a file in seconds, as {@code openapi.yaml} describes them, and the grid behind. */
public record NoteRoll(
        long file,
        double seconds,
        boolean truncated,
        List<String> columns,
        List<List<Number>> notes,
        List<Tempo> tempos,
        List<Meter> meters,
        List<Double> bars,
        List<Program> programs) {
    private static final List<String> COLUMNS =
            List.of("start", "length", "pitch", "velocity", "channel", "track");
    private static final int CHANGES_MAX = 2_000;
    private static final int BARS_MAX = 10_000;
    private static final double MICROS_A_SECOND = 1e6;

    /** A tempo from a moment on. */
    public record Tempo(double at, double bpm) {}

    /** A metre from a moment on. */
    public record Meter(double at, String meter) {}

    /** The sound of a channel. */
    public record Program(int channel, int program) {}

    /** The first {@code max} notes of the music of file number {@code id}. */
    public static NoteRoll of(long id, MidiFile file, int max) {
        NoteTable table = file.notes();
        TempoMap tempo = file.tempoMap();
        int count = Math.min(max, table.count());
        var notes = new ArrayList<List<Number>>(count);
        for (int row = 0; row < count; row++) {
            double start = seconds(tempo, table.onTick(row));
            notes.add(
                    List.of(
                            start,
                            rounded(seconds(tempo, table.offTick(row)) - start),
                            table.pitch(row),
                            table.velocity(row),
                            table.channel(row) + 1,
                            table.track(row)));
        }
        int endTick = Math.max(file.endTick(), table.lastOffTick());
        return new NoteRoll(
                id,
                seconds(tempo, endTick),
                table.count() > count,
                COLUMNS,
                notes,
                tempos(tempo),
                meters(file.meterMap(), tempo),
                bars(file, endTick),
                programs(file, table, count));
    }

    private static List<Tempo> tempos(TempoMap map) {
        var tempos = new ArrayList<Tempo>();
        for (int row = 0; row < Math.min(CHANGES_MAX, map.count()); row++) {
            tempos.add(
                    new Tempo(
                            rounded(map.fromMicros(row) / MICROS_A_SECOND),
                            rounded(map.quartersPerMinute(row))));
        }
        return tempos;
    }

    private static List<Meter> meters(MeterMap map, TempoMap tempo) {
        var meters = new ArrayList<Meter>();
        for (int row = 0; row < Math.min(CHANGES_MAX, map.count()); row++) {
            meters.add(
                    new Meter(
                            seconds(tempo, map.fromTick(row)),
                            map.numerator(row) + "/" + map.denominator(row)));
        }
        return meters;
    }

    /** Where bars begin; none where ticks are no parts of quarters. */
    private static List<Double> bars(MidiFile file, int endTick) {
        if (!(file.division() instanceof Division.TicksPerQuarter(int ticksPerQuarter))) {
            return List.of();
        }
        MeterMap meters = file.meterMap();
        var bars = new ArrayList<Double>();
        long tick = 0;
        while (tick < endTick && bars.size() < BARS_MAX) {
            bars.add(seconds(file.tempoMap(), (int) tick));
            int row = meters.count() == 0 ? -1 : meters.rowAt((int) tick);
            long length =
                    row < 0
                            ? 4L * ticksPerQuarter
                            : 4L
                                    * ticksPerQuarter
                                    * meters.numerator(row)
                                    / meters.denominator(row);
            tick += Math.max(1, length);
        }
        return bars;
    }

    private static List<Program> programs(MidiFile file, NoteTable table, int count) {
        var programs = new TreeMap<Integer, Integer>();
        for (int row = 0; row < count; row++) {
            int channel = table.channel(row);
            if (!programs.containsKey(channel)) {
                OptionalInt program = file.program(table.track(row), channel);
                if (program.isPresent()) {
                    programs.put(channel, program.getAsInt());
                }
            }
        }
        return programs.entrySet().stream()
                .map(each -> new Program(each.getKey() + 1, each.getValue()))
                .toList();
    }

    private static double seconds(TempoMap tempo, int tick) {
        return rounded(tempo.microsAt(tick) / MICROS_A_SECOND);
    }

    private static double rounded(double seconds) {
        return Math.rint(seconds * 10_000) / 10_000;
    }
}
