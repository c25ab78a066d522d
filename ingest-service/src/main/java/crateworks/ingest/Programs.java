package crateworks.ingest;

import crateworks.music.midi.EventTable;
import java.util.ArrayList;
import java.util.List;

/** The General MIDI programs that a file calls for. */
final class Programs {
    private static final int PROGRAM_CHANGE = 0xC0;
    private static final int DRUM_CHANNEL = 9;

    private Programs() {}

    /** Program numbers, 0 to 127, ascending, each once; the drum channel's are not instruments. */
    static List<Integer> of(EventTable events) {
        var called = new boolean[128];
        for (int row = 0; row < events.count(); row++) {
            if ((events.status(row) & 0xF0) == PROGRAM_CHANGE
                    && events.hasChannel(row)
                    && events.channel(row) != DRUM_CHANNEL) {
                called[events.data1(row)] = true;
            }
        }
        var programs = new ArrayList<Integer>();
        for (int program = 0; program < called.length; program++) {
            if (called[program]) {
                programs.add(program);
            }
        }
        return programs;
    }
}
