package crateworks.music.analysis;

/**
 * Where the beats of a file lie: a first beat, at or before the first note, and a length in ticks.
 */
record BeatGrid(double firstTick, double beatTicks) {
    BeatGrid {
        if (!(beatTicks >= 1e-3) || Double.isInfinite(beatTicks)) {
            throw new IllegalArgumentException("beatTicks " + beatTicks);
        }
    }

    /** The beats of a file that keeps to its own division. */
    static BeatGrid ofQuarters(int ticksPerQuarter) {
        return new BeatGrid(0, ticksPerQuarter);
    }

    double beatAt(double tick) {
        return (tick - firstTick) / beatTicks;
    }

    double tickAt(double beat) {
        return firstTick + beat * beatTicks;
    }
}
