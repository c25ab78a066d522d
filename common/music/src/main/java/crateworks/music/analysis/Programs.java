package crateworks.music.analysis;

import crateworks.music.midi.EventTable;
import crateworks.music.midi.MidiFile;
import java.util.Arrays;
import java.util.OptionalInt;

/** The first program that a file selects on each channel. */
final class Programs {
    private static final int PROGRAM_CHANGE = 0xC0;
    private static final int UNSELECTED = -1;

    private final int[] ofChannel = new int[16];

    private Programs() {
        Arrays.fill(ofChannel, UNSELECTED);
    }

    static Programs none() {
        return new Programs();
    }

    static Programs of(MidiFile file) {
        Programs programs = new Programs();
        EventTable events = file.events();
        for (int row = 0; row < events.count(); row++) {
            int status = events.status(row);
            if ((status & 0xF0) == PROGRAM_CHANGE && programs.ofChannel[status & 15] < 0) {
                programs.ofChannel[status & 15] = events.data1(row);
            }
        }
        return programs;
    }

    OptionalInt of(int channel) {
        int program = ofChannel[channel];
        return program == UNSELECTED ? OptionalInt.empty() : OptionalInt.of(program);
    }
}
