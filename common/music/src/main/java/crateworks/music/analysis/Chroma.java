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

    /** Different beats that are remembered, to tell which are the same. */
    private static final int SLOT_BITS = 8;

    /** Spreads a hash over its upper bits: 2^32 divided by the golden ratio. */
    static final int SPREAD = 0x9E3779B9;

    final int beatCount;
    final int firstBeat;
    final float[] shares;
    final float[] bass;

    // a bit for each pitch class that is not 0 in the row of a beat
    private final short[] shareBits;
    private final short[] bassBits;
    private final int[] kinds;

    private final boolean hasShares;

    private Chroma(int firstBeat, int beatCount, boolean hasShares) {
        this.hasShares = hasShares;
        this.firstBeat = firstBeat;
        this.beatCount = beatCount;
        shares = new float[beatCount * 12];
        bass = new float[beatCount * 12];
        shareBits = new short[beatCount];
        bassBits = new short[beatCount];
        kinds = new int[beatCount];
    }

    /** The first row is the beat with the first note. */
    static Chroma of(Columns notes, BeatGrid grid) {
        return of(notes, grid, true);
    }

    /** The bass alone, which in a single line is all: the shares stay 0. */
    static Chroma ofBass(Columns notes, BeatGrid grid) {
        return of(notes, grid, false);
    }

    private static Chroma of(Columns notes, BeatGrid grid, boolean hasShares) {
        if (notes.isEmpty()) {
            return new Chroma(0, 0, hasShares);
        }
        int first = (int) Math.floor(grid.beatAt(notes.firstOnTick()));
        int lastTick = notes.lastOffTick();
        double beats = Math.ceil(grid.beatAt(lastTick) - 1e-6) - first;
        Chroma chroma = new Chroma(first, (int) Math.clamp(beats, 1, BEATS_MAX), hasShares);
        for (int row = 0; row < notes.count && hasShares; row++) {
            chroma.add(
                    chroma.shares,
                    notes.pitch[row] % 12,
                    grid.beatAt(notes.onTick[row]) - first,
                    grid.beatAt(notes.offTick[row]) - first);
        }
        chroma.addBass(notes, grid, lastTick);
        if (hasShares) {
            chroma.normalize();
            chroma.findKinds();
        }
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
            shareBits[beat] = bits(shares, beat);
            if (sum > 0) {
                for (int at = beat * 12; at < beat * 12 + 12; at++) {
                    shares[at] /= sum;
                }
            }
            bassBits[beat] = bits(bass, beat);
        }
    }

    private static int hash(float[] table, int beat, int bits) {
        int hash = bits;
        for (int rest = bits; rest != 0; rest &= rest - 1) {
            int at = beat * 12 + Integer.numberOfTrailingZeros(rest);
            hash = hash * 31 + Float.floatToRawIntBits(table[at]);
        }
        return hash;
    }

    /** The same number for beats in which the same sounds, as far as that was seen. */
    int kind(int beat) {
        return kinds[beat];
    }

    private void findKinds() {
        int[] beatOfSlot = new int[1 << SLOT_BITS];
        for (int beat = 0; beat < beatCount; beat++) {
            int hash = hash(shares, beat, shareBits[beat]) * 31 + hash(bass, beat, bassBits[beat]);
            int slot = (hash * SPREAD) >>> (32 - SLOT_BITS);
            int other = beatOfSlot[slot];
            if (!isSame(shares, beat, other) || !isSame(bass, beat, other)) {
                beatOfSlot[slot] = beat;
            }
            kinds[beat] = beatOfSlot[slot];
        }
    }

    private static boolean isSame(float[] table, int beat, int other) {
        int at = beat * 12;
        int from = other * 12;
        int same = 0;
        while (same < 12 && table[at + same] == table[from + same]) {
            same++;
        }
        return same == 12;
    }

    private static short bits(float[] table, int beat) {
        int bits = 0;
        for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
            bits |= table[beat * 12 + pitchClass] > 0 ? 1 << pitchClass : 0;
        }
        return (short) bits;
    }

    /** The shares, or the bass where that is all. */
    float[] sounding() {
        return hasShares ? shares : bass;
    }

    boolean isSilent(int beat) {
        return shareBits[beat] == 0;
    }

    /** The pitch classes that sound in a beat, one bit each. */
    int shareBits(int beat) {
        return shareBits[beat];
    }

    /** The pitch classes that are the lowest in a beat, one bit each. */
    int bassBits(int beat) {
        return bassBits[beat];
    }
}
