package crateworks.music.naming;

/**
 * What the place that names are made for accepts.
 *
 * @param keepsSharps whether {@code #} may stand in a name; where not, {@code F#m} is {@code Fsm}
 * @param nameBytesMax the longest name in bytes of UTF-8, extension included
 */
public record TargetProfile(boolean keepsSharps, int nameBytesMax) {
    /** The longest name by default: lists on a device cut far earlier, file systems far later. */
    public static final int NAME_BYTES_DEFAULT = 100;

    /** The shortest limit that still leaves room for every fixed word and suffix. */
    public static final int NAME_BYTES_LEAST = 40;

    /** The longest limit: no file system in use takes a longer name. */
    public static final int NAME_BYTES_MOST = 255;

    /** MPC, Force and today's computers: {@code F#m} stays as it is. */
    public static final TargetProfile KEEP_SHARPS = new TargetProfile(true, NAME_BYTES_DEFAULT);

    /**
     * Places where {@code #} is trouble, such as URLs and old tools: {@code F#m} is {@code Fsm}.
     */
    public static final TargetProfile LETTERS_ONLY = new TargetProfile(false, NAME_BYTES_DEFAULT);

    /** What all stages make names for unless told otherwise. */
    public static final TargetProfile STANDARD = KEEP_SHARPS;

    public TargetProfile {
        if (nameBytesMax < NAME_BYTES_LEAST || nameBytesMax > NAME_BYTES_MOST) {
            throw new IllegalArgumentException(
                    "a name may have %d to %d bytes at most, not %d"
                            .formatted(NAME_BYTES_LEAST, NAME_BYTES_MOST, nameBytesMax));
        }
    }

    /** The same place with another limit. */
    public TargetProfile withNameBytesMax(int bytesMax) {
        return new TargetProfile(keepsSharps, bytesMax);
    }
}
