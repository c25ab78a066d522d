package crateworks.music.midi;

/** The types of meta events (Standard MIDI Files 1.0, meta-events). */
public final class MetaType {
    public static final int TEXT = 0x01;
    public static final int COPYRIGHT = 0x02;
    public static final int TRACK_NAME = 0x03;
    public static final int INSTRUMENT_NAME = 0x04;
    public static final int LYRIC = 0x05;
    public static final int MARKER = 0x06;
    public static final int CUE_POINT = 0x07;
    public static final int PROGRAM_NAME = 0x08;
    public static final int DEVICE_NAME = 0x09;
    public static final int CHANNEL_PREFIX = 0x20;
    public static final int PORT = 0x21;
    public static final int END_OF_TRACK = 0x2F;
    public static final int TEMPO = 0x51;
    public static final int SMPTE_OFFSET = 0x54;
    public static final int TIME_SIGNATURE = 0x58;
    public static final int KEY_SIGNATURE = 0x59;

    private MetaType() {}
}
