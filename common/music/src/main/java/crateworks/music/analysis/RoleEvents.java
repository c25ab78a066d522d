package crateworks.music.analysis;

import crateworks.music.midi.EventTable;
import crateworks.music.midi.MidiFile;

/** How often a part bends its notes, holds the pedal, and moves two controllers of expression. */
record RoleEvents(int bends, int pedals, int modulations, int expressions) {
    static final int MEASURES = 4;
    static final RoleEvents NONE = new RoleEvents(0, 0, 0, 0);

    private static final int CONTROL = 0xB0;
    private static final int BEND = 0xE0;
    private static final int BEND_CENTER = 64;
    private static final int MODULATION = 1;
    private static final int EXPRESSION = 11;
    private static final int PEDAL = 64;

    /** What is done at all counts as much as once in five notes. */
    private static final double ONCE = 0.2;

    private static final double MUCH_MAX = 2;

    static RoleEvents of(MidiFile file) {
        EventTable events = file.events();
        int bends = 0;
        int pedals = 0;
        int modulations = 0;
        int expressions = 0;
        for (int row = 0; row < events.count(); row++) {
            int kind = events.status(row) & 0xF0;
            if (kind == BEND) {
                bends += events.data1(row) != 0 || events.data2(row) != BEND_CENTER ? 1 : 0;
            } else if (kind == CONTROL) {
                int value = events.data2(row);
                switch (events.data1(row)) {
                    case PEDAL -> pedals += value >= 64 ? 1 : 0;
                    case MODULATION -> modulations += value > 0 ? 1 : 0;
                    case EXPRESSION -> expressions += value < 127 ? 1 : 0;
                    default -> {}
                }
            }
        }
        return new RoleEvents(bends, pedals, modulations, expressions);
    }

    /** Writes how much of each there is for so many notes. */
    void put(double[] measures, int from, int noteCount) {
        measures[from] = much(bends, noteCount);
        measures[from + 1] = much(pedals, noteCount);
        measures[from + 2] = much(modulations, noteCount);
        measures[from + 3] = much(expressions, noteCount);
    }

    private static double much(int count, int noteCount) {
        return count == 0 ? 0 : Math.min(MUCH_MAX, ONCE + (double) count / noteCount);
    }
}
