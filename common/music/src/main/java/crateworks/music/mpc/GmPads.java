package crateworks.music.mpc;

/**
 * The pads of the kit that has notes of General MIDI. The first sixteen lie as players expect them:
 * kick, snare, closed hat, open hat and so on; then come the other percussion of General MIDI, and
 * then every other note, both ascending.
 */
final class GmPads {
    static final int PADS = 128;

    private static final int[] FIRST_BANK = {
        36, 38, 42, 46, 39, 37, 44, 40, 41, 45, 48, 54, 49, 51, 70, 56
    };
    private static final int PERCUSSION_LOWEST = 35;
    private static final int PERCUSSION_HIGHEST = 81;

    private static final int[] NOTES = new int[PADS + 1];
    private static final int[] PAD_OF = new int[128];

    static {
        int pad = 0;
        for (int note : FIRST_BANK) {
            pad = give(note, pad);
        }
        for (int note = PERCUSSION_LOWEST; note <= PERCUSSION_HIGHEST; note++) {
            pad = give(note, pad);
        }
        for (int note = 0; note < PAD_OF.length; note++) {
            pad = give(note, pad);
        }
    }

    private GmPads() {}

    private static int give(int note, int lastPad) {
        if (PAD_OF[note] != 0) {
            return lastPad;
        }
        NOTES[lastPad + 1] = note;
        PAD_OF[note] = lastPad + 1;
        return lastPad + 1;
    }

    /** The note of a pad, which is counted from 1. */
    static int noteOf(int pad) {
        return NOTES[pad];
    }

    /** The pad of a note, from 1. */
    static int padOf(int note) {
        return PAD_OF[note];
    }
}
