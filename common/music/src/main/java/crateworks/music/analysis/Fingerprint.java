package crateworks.music.analysis;

/**
 * What a piece of music is recognised by, whatever its key, tempo, channel and resolution.
 *
 * <p>{@code exact} is equal for the same notes in the same rhythm, and in practice for nothing
 * else. {@code likeness} is a similarity hash (Charikar 2002): the fewer of its bits differ, the
 * more the two have in common. How it is made: docs/rationale/fingerprints.md.
 */
public record Fingerprint(long exact, long likeness) {
    /** Two pieces whose likenesses differ in at most this many bits are nearly the same. */
    public static final int NEAR_BITS_MAX = 10;

    /** How many bits of the likenesses differ: 0 for the same music, about 32 for unlike. */
    public int distance(Fingerprint other) {
        return Long.bitCount(likeness ^ other.likeness);
    }
}
