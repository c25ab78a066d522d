package crateworks.music.analysis;

/** A chord with the time it lasts, in ticks and in seconds by the file's own tempo map. */
public record ChordSpan(
        int onTick, int offTick, double startSeconds, double endSeconds, Chord chord) {
    public ChordSpan {
        if (offTick <= onTick) {
            throw new IllegalArgumentException("empty span at tick " + onTick);
        }
    }
}
