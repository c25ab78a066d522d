package crateworks.music.analysis;

import crateworks.music.midi.EventTable;
import crateworks.music.midi.NoteTable;
import java.util.Arrays;
import java.util.OptionalInt;

/** The program with which each channel of a file begins to play, or else its first. */
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

    static Programs of(EventTable events, NoteTable notes) {
        Programs programs = new Programs();
        int[] firstOnTick = firstOnTicks(notes);
        int[] fromTick = new int[16];
        for (int row = 0; row < events.count(); row++) {
            int status = events.status(row);
            if ((status & 0xF0) != PROGRAM_CHANGE) {
                continue;
            }
            int channel = status & 15;
            int tick = events.tick(row);
            boolean isLater = tick >= fromTick[channel] && tick <= firstOnTick[channel];
            if (programs.ofChannel[channel] == UNSELECTED || isLater) {
                programs.ofChannel[channel] = events.data1(row);
                fromTick[channel] = tick;
            }
        }
        return programs;
    }

    private static int[] firstOnTicks(NoteTable notes) {
        int[] ticks = new int[16];
        Arrays.fill(ticks, Integer.MAX_VALUE);
        for (int row = notes.count() - 1; row >= 0; row--) {
            ticks[notes.channel(row)] = notes.onTick(row);
        }
        return ticks;
    }

    OptionalInt of(int channel) {
        int program = ofChannel[channel];
        return program == UNSELECTED ? OptionalInt.empty() : OptionalInt.of(program);
    }
}
