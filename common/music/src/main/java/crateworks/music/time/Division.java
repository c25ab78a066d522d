package crateworks.music.time;

/** What one tick of a file is a fraction of (Standard MIDI Files 1.0, header chunk). */
public sealed interface Division {
    /** A fraction of a quarter note, so that its clock time depends on the tempo; 1 to 32,767. */
    record TicksPerQuarter(int ticksPerQuarter) implements Division {
        public TicksPerQuarter {
            if (ticksPerQuarter < 1 || ticksPerQuarter > 0x7FFF) {
                throw new IllegalArgumentException("ticksPerQuarter " + ticksPerQuarter);
            }
        }
    }

    /** A fraction of a film frame, whatever the tempo; 29 frames a second means 29.97. */
    record Smpte(int framesPerSecond, int ticksPerFrame) implements Division {
        public Smpte {
            if (framesPerSecond < 1 || framesPerSecond > 128) {
                throw new IllegalArgumentException("framesPerSecond " + framesPerSecond);
            }
            if (ticksPerFrame < 1 || ticksPerFrame > 255) {
                throw new IllegalArgumentException("ticksPerFrame " + ticksPerFrame);
            }
        }
    }

    /** The two bytes of this division in a header chunk, as an unsigned number. */
    default int headerWord() {
        return switch (this) {
            case TicksPerQuarter(int ticksPerQuarter) -> ticksPerQuarter;
            case Smpte(int framesPerSecond, int ticksPerFrame) ->
                    (256 - framesPerSecond) << 8 | ticksPerFrame;
        };
    }
}
