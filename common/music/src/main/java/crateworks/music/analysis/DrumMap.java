package crateworks.music.analysis;

import java.util.Arrays;

/**
 * Which instrument a key plays on a drum channel: General MIDI 1 and 2 (percussion key map), with
 * the keys that electronic kits add.
 */
final class DrumMap {
    private static final DrumSound[] SOUNDS = new DrumSound[128];
    private static final int[] KEYS = new int[128];

    static {
        Arrays.fill(SOUNDS, DrumSound.PERCUSSION);
        Arrays.setAll(KEYS, pitch -> pitch);
        put(DrumSound.KICK, 35, 36);
        put(DrumSound.SNARE, 38, 40);
        put(DrumSound.RIM, 37);
        put(DrumSound.CLAP, 39);
        put(DrumSound.CLOSED_HAT, 22, 42);
        put(DrumSound.PEDAL_HAT, 44);
        put(DrumSound.OPEN_HAT, 26, 46);
        put(DrumSound.LOW_TOM, 41, 43, 58);
        put(DrumSound.MID_TOM, 45, 47);
        put(DrumSound.HIGH_TOM, 48, 50);
        put(DrumSound.CRASH, 49, 52, 55, 57);
        put(DrumSound.RIDE, 51, 53, 59);
    }

    /**
     * The lowest and the highest key of the General MIDI 2 map, with the electronic kits' 22 and
     * 26.
     */
    private static final int LOWEST = 22;

    private static final int HIGHEST = 87;

    private DrumMap() {}

    private static void put(DrumSound sound, int... pitches) {
        for (int pitch : pitches) {
            SOUNDS[pitch] = sound;
            KEYS[pitch] = pitches[0];
        }
    }

    static DrumSound sound(int pitch) {
        return SOUNDS[pitch];
    }

    /** One key for all that play the same instrument of a kit; percussion has its own. */
    static int key(int pitch) {
        return KEYS[pitch];
    }

    static boolean isMapped(int pitch) {
        return pitch >= LOWEST && pitch <= HIGHEST;
    }

    /** Whether a key is one of a kit proper: drums and cymbals, no percussion. */
    static boolean isKit(int pitch) {
        return SOUNDS[pitch] != DrumSound.PERCUSSION;
    }
}
