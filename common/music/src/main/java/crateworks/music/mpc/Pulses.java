package crateworks.music.mpc;

import crateworks.music.midi.MidiFile;
import crateworks.music.time.Division;
import crateworks.music.time.TempoMap;

/** Turns ticks of a file into pulses, of which a quarter note has {@value #PER_QUARTER}. */
final class Pulses {
    /** What every device and every generation of patterns counts in. */
    static final int PER_QUARTER = 960;

    private final Division division;
    private final TempoMap tempi;

    private Pulses(Division division, TempoMap tempi) {
        this.division = division;
        this.tempi = tempi;
    }

    static Pulses of(MidiFile file) {
        return new Pulses(file.division(), file.tempoMap(0));
    }

    /**
     * The pulse that is nearest to a tick. Ticks that are fractions of a film frame go through
     * clock time, at the tempo that the file begins with.
     */
    long at(int tick) {
        return switch (division) {
            case Division.TicksPerQuarter(int ticksPerQuarter) ->
                    (2L * PER_QUARTER * tick + ticksPerQuarter) / (2L * ticksPerQuarter);
            case Division.Smpte _ -> {
                long quarter = tempi.microsPerQuarter(0);
                yield (2L * PER_QUARTER * tempi.microsAt(tick) + quarter) / (2L * quarter);
            }
        };
    }
}
