package crateworks.music.mpc;

import java.util.Arrays;
import java.util.List;

/**
 * The samples of a kit, made of tones, of tones that do not fit together, and of noise. The same
 * style always makes the same bytes, on every machine.
 */
public final class OneShots {
    private static final int RATE = Wav.FRAMES_PER_SECOND;
    private static final double PEAK = 0.89;
    private static final double SILENT = 0.004;
    private static final double ATTACK_FRAMES = 35;
    private static final double BEATER_SECONDS = 0.012;
    private static final int CLAP_EVERY_FRAMES = 485;
    private static final int CLAPS = 3;
    private static final double HIGH_PASS = 0.80;

    /** Frequencies of six tones above the first, as cymbals have them. */
    private static final double[] METAL = {1, 1.342, 1.586, 1.898, 2.207, 2.735};

    private OneShots() {}

    /** How a kit sounds as a whole: everything higher or lower, longer or shorter. */
    public enum Style {
        STUDIO("Studio", 1, 1),
        DEEP("Deep", 0.82, 1.6),
        TIGHT("Tight", 1.15, 0.6);

        private final String label;
        private final double pitch;
        private final double length;

        Style(String label, double pitch, double length) {
            this.label = label;
            this.pitch = pitch;
            this.length = length;
        }

        public String label() {
            return label;
        }
    }

    /**
     * A sample of a kit.
     *
     * @param note the note of General MIDI that plays it
     * @param name the name of its file, without extension
     */
    public record Recipe(int note, String name) {}

    /** The sounds of General MIDI, by note. */
    public static List<Recipe> all(Style style) {
        return Arrays.stream(GmSound.values())
                .map(sound -> new Recipe(sound.note, "CW " + style.label + " " + sound.label))
                .toList();
    }

    /** The sample of a note of General MIDI, as a WAV file. */
    public static byte[] wav(Style style, int note) {
        return Wav.mono(frames(style, GmSound.of(note)));
    }

    private static short[] frames(Style style, GmSound sound) {
        double decay = 0.55 * sound.decaySeconds * style.length;
        int count = (int) (RATE * (decay * -StrictMath.log(SILENT) + 0.02));
        double[] levels = new double[count];
        double sweepStep = StrictMath.exp(-1 / (RATE * sound.sweepSeconds));
        double bodyStep = StrictMath.exp(-1 / (RATE * decay));
        double beaterStep = isBeaten(sound) ? StrictMath.exp(-1 / (RATE * BEATER_SECONDS)) : 1;
        long chance = 0x9E3779B97F4A7C15L * (sound.note + 1);
        double swept = 1;
        double body = 1;
        double beater = 1;
        double phase = 0;
        double low = 0;
        int struck = 0;
        for (int frame = 0; frame < count; frame++) {
            if (isStruckAgain(sound, frame)) {
                struck = frame;
                body = 1;
            }
            double hertz = sound.toHertz + (sound.fromHertz - sound.toHertz) * swept;
            phase += 2 * StrictMath.PI * hertz * style.pitch / RATE;
            chance = chance * 6364136223846793005L + 1442695040888963407L;
            double noise = (chance >> 32) / (double) (1L << 31);
            low += (1 - HIGH_PASS) * (noise - low);
            double heard = sound.isBright() ? noise - low : 0.6 * noise + 0.8 * low;
            double tone = sound.tone == 0 ? 0 : sound.tone * StrictMath.sin(phase);
            double metal = sound.metal == 0 ? 0 : sound.metal * metal(sound, style, frame);
            double attack = Math.min(1, (frame - struck) / ATTACK_FRAMES);
            levels[frame] = attack * body * (tone + metal + sound.noise * heard * beater);
            swept *= sweepStep;
            body *= bodyStep;
            beater *= beaterStep;
        }
        return scaled(levels);
    }

    private static boolean isStruckAgain(GmSound sound, int frame) {
        return sound.isClap()
                && frame % CLAP_EVERY_FRAMES == 0
                && frame <= CLAPS * CLAP_EVERY_FRAMES;
    }

    /** Drums with a tone lose their noise, which is the beater, before the tone. */
    private static boolean isBeaten(GmSound sound) {
        return sound.tone >= 0.9 && sound.noise < 0.5;
    }

    private static double metal(GmSound sound, Style style, int frame) {
        return metal(sound.fromHertz * style.pitch, (double) frame / RATE);
    }

    private static double metal(double hertz, double seconds) {
        double sum = 0;
        for (double multiple : METAL) {
            double turns = hertz * multiple * seconds;
            sum += turns - Math.floor(turns) < 0.5 ? 1 : -1;
        }
        return sum / METAL.length;
    }

    private static short[] scaled(double[] levels) {
        double loudest = Arrays.stream(levels).map(Math::abs).max().orElse(1);
        short[] frames = new short[levels.length];
        for (int frame = 0; frame < frames.length; frame++) {
            int fromEnd = frames.length - 1 - frame;
            double fade = Math.min(1, fromEnd / 200.0);
            double level = levels[frame] / loudest * PEAK * fade;
            frames[frame] = (short) Math.rint(level * Short.MAX_VALUE);
        }
        return frames;
    }
}
