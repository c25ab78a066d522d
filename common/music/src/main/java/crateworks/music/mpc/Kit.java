package crateworks.music.mpc;

import java.util.List;

/**
 * A drum kit: which sample each note of General MIDI plays.
 *
 * @param name also the name of its file, without extension
 * @param order which notes its pads have: those of the patterns that it is for
 */
public record Kit(String name, PadOrder order, List<Pad> pads) {
    public Kit {
        pads = List.copyOf(pads);
    }

    /**
     * A pad with a sample.
     *
     * @param note 0 to 127
     * @param sample the name of the sample's file, without extension
     * @param frames how long the sample is; a device plays nothing where this is 0
     */
    public record Pad(int note, String sample, int frames) {
        public Pad {
            if ((note & ~0x7F) != 0 || frames < 1 || sample.isBlank()) {
                throw new IllegalArgumentException(
                        "note " + note + ", sample " + sample + ", " + frames + " frames");
            }
        }
    }
}
