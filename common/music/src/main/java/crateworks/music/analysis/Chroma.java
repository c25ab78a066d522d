package crateworks.music.analysis;

/**
 * What sounds in each beat: the share of the twelve pitch classes, and of the lowest voice's.
 *
 * <p>One row of twelve a beat, C first. {@code shares} of a row add up to 1, or 0 in a silent beat;
 * {@code bass} is the part of the beat in which a pitch class was the lowest.
 */
final class Chroma {
    /** Beats that are looked at; what comes later does not change the answers. */
    static final int BEATS_MAX = 8_192;

    /** Beats in which a single note counts; an organ point does not drown the rest. */
    private static final int HELD_BEATS_MAX = 64;

    final int beatCount;
    final int firstBeat;
    final float[] shares;
    final float[] bass;
    private final boolean[] sounds;

    private Chroma(int firstBeat, int beatCount) {
        this.firstBeat = firstBeat;
        this.beatCount = beatCount;
        shares = new float[beatCount * 12];
        bass = new float[beatCount * 12];
        sounds = new boolean[beatCount];
    }

    /** The first row is the beat with the first note. */
    static Chroma of(Columns notes, BeatGrid grid) {
        if (notes.isEmpty()) {
            return new Chroma(0, 0);
        }
        int first = (int) Math.floor(grid.beatAt(notes.firstOnTick()));
        int lastTick = notes.lastOffTick();
        double beats = Math.ceil(grid.beatAt(lastTick) - 1e-6) - first;
        Chroma chroma = new Chroma(first, (int) Math.clamp(beats, 1, BEATS_MAX));
        for (int row = 0; row < notes.count; row++) {
            chroma.add(
                    chroma.shares,
                    notes.pitch[row] % 12,
                    grid.beatAt(notes.onTick[row]) - first,
                    grid.beatAt(notes.offTick[row]) - first);
        }
        chroma.addBass(notes, grid, lastTick);
        chroma.normalize();
        return chroma;
    }

    private void add(float[] table, int pitchClass, double fromBeat, double toBeat) {
        int beat = (int) fromBeat;
        int end = (int) Math.min(Math.min(toBeat, beatCount), (double) beat + HELD_BEATS_MAX);
        if (beat >= beatCount) {
            return;
        }
        if (beat == end) {
            table[beat * 12 + pitchClass] += (float) (toBeat - fromBeat);
            return;
        }
        table[beat * 12 + pitchClass] += (float) (beat + 1 - fromBeat);
        for (int whole = beat + 1; whole < end; whole++) {
            table[whole * 12 + pitchClass] += 1;
        }
        if (end < beatCount && end - beat < HELD_BEATS_MAX) {
            table[end * 12 + pitchClass] += (float) (toBeat - end);
        }
    }

    /** The lowest voice is the lowest new note, unless a lower one is still held. */
    private void addBass(Columns notes, BeatGrid grid, int lastTick) {
        int lowest = Integer.MAX_VALUE;
        int lowestOff = -1;
        int row = 0;
        while (row < notes.count) {
            int tick = notes.onTick[row];
            if (lowestOff <= tick || notes.pitch[row] <= lowest) {
                lowest = notes.pitch[row];
                lowestOff = notes.offTick[row];
            }
            int next = row + 1;
            while (next < notes.count && notes.onTick[next] == tick) {
                next++;
            }
            int untilTick = next < notes.count ? notes.onTick[next] : lastTick;
            double from = grid.beatAt(tick) - firstBeat;
            add(bass, lowest % 12, from, grid.beatAt(untilTick) - firstBeat);
            row = next;
        }
    }

    private void normalize() {
        for (int beat = 0; beat < beatCount; beat++) {
            float sum = 0;
            for (int at = beat * 12; at < beat * 12 + 12; at++) {
                sum += shares[at];
            }
            sounds[beat] = sum > 0;
            if (sum > 0) {
                for (int at = beat * 12; at < beat * 12 + 12; at++) {
                    shares[at] /= sum;
                }
            }
        }
    }

    boolean isSilent(int beat) {
        return !sounds[beat];
    }
}
