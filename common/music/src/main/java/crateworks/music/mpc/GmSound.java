package crateworks.music.mpc;

import java.util.Arrays;
import java.util.List;

/**
 * The percussion of General MIDI: its notes, names, and what each is made of when it is made here.
 * Tones are in hertz, times in seconds, shares from 0 to 1.
 */
enum GmSound {
    KICK_2(35, "Kick 2", Family.KICK, 130, 42, 0.030, 0.32, 1, 0, 0.05),
    KICK(36, "Kick", Family.KICK, 180, 48, 0.028, 0.28, 1, 0, 0.08),
    RIM(37, "Rim", Family.SNARE, 1_750, 1_650, 0.01, 0.035, 0.8, 0, 0.4),
    SNARE(38, "Snare", Family.SNARE, 240, 185, 0.02, 0.16, 0.55, 0, 0.8),
    CLAP(39, "Clap", Family.CLAP, 1_000, 900, 0.01, 0.15, 0.05, 0, 1),
    SNARE_2(40, "Snare 2", Family.SNARE, 330, 220, 0.015, 0.12, 0.45, 0, 0.9),
    TOM_FLOOR_LOW(41, "Tom 1 Floor", Family.TOM, 110, 75, 0.06, 0.42, 1, 0, 0.1),
    HAT_CLOSED(42, "Hat Closed", Family.HAT, 400, 400, 1, 0.035, 0, 0.5, 0.8),
    TOM_FLOOR_HIGH(43, "Tom 2 Floor", Family.TOM, 135, 92, 0.06, 0.40, 1, 0, 0.1),
    HAT_PEDAL(44, "Hat Pedal", Family.HAT, 380, 380, 1, 0.05, 0, 0.4, 0.7),
    TOM_LOW(45, "Tom 3 Low", Family.TOM, 165, 112, 0.05, 0.36, 1, 0, 0.1),
    HAT_OPEN(46, "Hat Open", Family.HAT, 410, 410, 1, 0.30, 0, 0.5, 0.8),
    TOM_LOW_MID(47, "Tom 4 Mid", Family.TOM, 195, 135, 0.05, 0.33, 1, 0, 0.1),
    TOM_HIGH_MID(48, "Tom 5 Mid", Family.TOM, 235, 165, 0.05, 0.30, 1, 0, 0.1),
    CRASH(49, "Crash", Family.CYMBAL, 520, 520, 1, 0.75, 0, 0.6, 0.7),
    TOM_HIGH(50, "Tom 6 High", Family.TOM, 285, 205, 0.04, 0.26, 1, 0, 0.1),
    RIDE(51, "Ride", Family.CYMBAL, 620, 620, 1, 0.60, 0.1, 0.8, 0.25),
    CHINA(52, "China", Family.CYMBAL, 430, 430, 1, 0.55, 0, 0.8, 0.6),
    RIDE_BELL(53, "Ride Bell", Family.CYMBAL, 880, 880, 1, 0.50, 0.5, 0.6, 0.1),
    TAMBOURINE(54, "Tambourine", Family.PERCUSSION, 900, 900, 1, 0.10, 0, 0.6, 0.6),
    SPLASH(55, "Splash", Family.CYMBAL, 640, 640, 1, 0.30, 0, 0.6, 0.7),
    COWBELL(56, "Cowbell", Family.PERCUSSION, 562, 562, 1, 0.14, 0.5, 0.7, 0),
    CRASH_2(57, "Crash 2", Family.CYMBAL, 570, 570, 1, 0.65, 0, 0.6, 0.7),
    VIBRASLAP(58, "Vibraslap", Family.PERCUSSION, 1_400, 1_400, 1, 0.35, 0.2, 0.3, 0.6),
    RIDE_2(59, "Ride 2", Family.CYMBAL, 680, 680, 1, 0.55, 0.1, 0.8, 0.25),
    BONGO_HIGH(60, "Bongo High", Family.PERCUSSION, 430, 390, 0.02, 0.09, 1, 0, 0.15),
    BONGO_LOW(61, "Bongo Low", Family.PERCUSSION, 310, 280, 0.02, 0.12, 1, 0, 0.15),
    CONGA_MUTE(62, "Conga Mute", Family.PERCUSSION, 330, 300, 0.01, 0.05, 1, 0, 0.25),
    CONGA_HIGH(63, "Conga High", Family.PERCUSSION, 290, 260, 0.02, 0.18, 1, 0, 0.1),
    CONGA_LOW(64, "Conga Low", Family.PERCUSSION, 205, 180, 0.03, 0.22, 1, 0, 0.1),
    TIMBALE_HIGH(65, "Timbale High", Family.PERCUSSION, 520, 480, 0.02, 0.14, 0.9, 0.2, 0.25),
    TIMBALE_LOW(66, "Timbale Low", Family.PERCUSSION, 370, 340, 0.02, 0.18, 0.9, 0.2, 0.25),
    AGOGO_HIGH(67, "Agogo High", Family.PERCUSSION, 1_050, 1_050, 1, 0.16, 0.8, 0.4, 0),
    AGOGO_LOW(68, "Agogo Low", Family.PERCUSSION, 740, 740, 1, 0.18, 0.8, 0.4, 0),
    CABASA(69, "Cabasa", Family.PERCUSSION, 900, 900, 1, 0.06, 0, 0.1, 1),
    MARACAS(70, "Maracas", Family.PERCUSSION, 900, 900, 1, 0.045, 0, 0, 1),
    WHISTLE_SHORT(71, "Whistle Short", Family.PERCUSSION, 2_400, 2_400, 1, 0.08, 1, 0, 0.15),
    WHISTLE_LONG(72, "Whistle Long", Family.PERCUSSION, 2_400, 2_400, 1, 0.30, 1, 0, 0.15),
    GUIRO_SHORT(73, "Guiro Short", Family.PERCUSSION, 1_900, 1_900, 1, 0.06, 0.2, 0.3, 0.8),
    GUIRO_LONG(74, "Guiro Long", Family.PERCUSSION, 1_900, 1_900, 1, 0.20, 0.2, 0.3, 0.8),
    CLAVES(75, "Claves", Family.PERCUSSION, 2_500, 2_500, 1, 0.04, 1, 0, 0.02),
    BLOCK_HIGH(76, "Block High", Family.PERCUSSION, 1_150, 1_100, 0.01, 0.045, 1, 0, 0.1),
    BLOCK_LOW(77, "Block Low", Family.PERCUSSION, 830, 800, 0.01, 0.055, 1, 0, 0.1),
    CUICA_MUTE(78, "Cuica Mute", Family.PERCUSSION, 520, 700, 0.05, 0.08, 1, 0, 0.1),
    CUICA_OPEN(79, "Cuica Open", Family.PERCUSSION, 430, 620, 0.10, 0.20, 1, 0, 0.1),
    TRIANGLE_MUTE(80, "Triangle Mute", Family.PERCUSSION, 4_900, 4_900, 1, 0.06, 0.8, 0.4, 0),
    TRIANGLE_OPEN(81, "Triangle Open", Family.PERCUSSION, 4_900, 4_900, 1, 0.60, 0.8, 0.4, 0);

    /** What pads of a family look like, as red, green and blue. */
    enum Family {
        KICK(0xFF3B30),
        SNARE(0xFF9500),
        CLAP(0xFFCC00),
        HAT(0x34C759),
        TOM(0xAF52DE),
        CYMBAL(0x00C7BE),
        PERCUSSION(0x007AFF);

        private final int colour;

        Family(int colour) {
            this.colour = colour;
        }
    }

    private static final List<GmSound> BY_NOTE = byNote();

    final int note;
    final String label;
    final double fromHertz;
    final double toHertz;
    final double sweepSeconds;
    final double decaySeconds;
    final double tone;
    final double metal;
    final double noise;
    private final Family family;

    GmSound(
            int note,
            String label,
            Family family,
            double fromHertz,
            double toHertz,
            double sweepSeconds,
            double decaySeconds,
            double tone,
            double metal,
            double noise) {
        this.note = note;
        this.label = label;
        this.family = family;
        this.fromHertz = fromHertz;
        this.toHertz = toHertz;
        this.sweepSeconds = sweepSeconds;
        this.decaySeconds = decaySeconds;
        this.tone = tone;
        this.metal = metal;
        this.noise = noise;
    }

    /** The sound of a note; cowbell, which no rule singles out, for those that have none. */
    static GmSound of(int note) {
        return BY_NOTE.get(note);
    }

    int colour() {
        return family.colour;
    }

    /** Hats end each other. */
    boolean isHat() {
        return family == Family.HAT;
    }

    /** Whether hits sound into each other. */
    boolean rings() {
        return family == Family.CYMBAL;
    }

    /** Whether it is struck several times in a few milliseconds. */
    boolean isClap() {
        return family == Family.CLAP;
    }

    /** Whether what is low in its noise is left out. */
    boolean isBright() {
        return family == Family.HAT || family == Family.CYMBAL || family == Family.PERCUSSION;
    }

    private static List<GmSound> byNote() {
        GmSound[] sounds = new GmSound[128];
        Arrays.fill(sounds, COWBELL);
        for (GmSound sound : values()) {
            sounds[sound.note] = sound;
        }
        return List.of(sounds);
    }
}
