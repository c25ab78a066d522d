package crateworks.music.analysis;

import java.util.Locale;

/** What a file does in a piece, and on which family of instruments. */
public record RoleEstimate(
        Role role, Family family, double confidence, Source source, String reason) {
    public RoleEstimate {
        Checks.confidence(confidence);
    }

    /** What a part does. */
    public enum Role {
        DRUMS,
        BASS,
        CHORDS,
        MELODY,
        ARPEGGIO,
        /** A short line, played again and again. */
        RIFF,
        PAD,
        /** Several parts together. */
        ENSEMBLE,
        UNKNOWN
    }

    /** What a part is played on. */
    public enum Family {
        DRUMS,
        BASS,
        KEYS,
        GUITAR,
        STRINGS,
        BRASS,
        REED,
        LEAD,
        PAD,
        VOICE,
        FX,
        UNKNOWN;

        /** The name in lower case, as the catalog writes it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
