package crateworks.music.analysis;

import java.util.Locale;

/** The eight kinds of drum that a library is searched by. */
public enum DrumClass {
    KICK,
    SNARE,
    HAT,
    TOM,
    CRASH,
    RIDE,
    CLAP,
    PERC;

    /** The name in lower case, as the catalog writes it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
