package crateworks.music.analysis;

/** An instrument of a drum kit, and the class of instruments it belongs to. */
public enum DrumSound {
    KICK(DrumClass.KICK),
    SNARE(DrumClass.SNARE),
    RIM(DrumClass.SNARE),
    CLAP(DrumClass.CLAP),
    CLOSED_HAT(DrumClass.HAT),
    PEDAL_HAT(DrumClass.HAT),
    OPEN_HAT(DrumClass.HAT),
    LOW_TOM(DrumClass.TOM),
    MID_TOM(DrumClass.TOM),
    HIGH_TOM(DrumClass.TOM),
    CRASH(DrumClass.CRASH),
    RIDE(DrumClass.RIDE),
    PERCUSSION(DrumClass.PERC);

    private final DrumClass drumClass;

    DrumSound(DrumClass drumClass) {
        this.drumClass = drumClass;
    }

    /** The class of this instrument. */
    public DrumClass drumClass() {
        return drumClass;
    }
}
