package crateworks.music.analysis;

/** The bars of a file, counted from 1, as its grid and its metre put them. */
record BarLines(BeatGrid grid, double beatsPerBar, int lastTick) {
    /** The bar that begins nearest to a tick. */
    int nearest(int tick) {
        return 1 + (int) Math.max(0, Math.rint(grid.beatAt(tick) / beatsPerBar));
    }

    /** The bar behind the last one: the first that nothing sounds in. */
    int end() {
        return 1 + (int) Math.max(1, Math.ceil(grid.beatAt(lastTick) / beatsPerBar - 0.05));
    }
}
