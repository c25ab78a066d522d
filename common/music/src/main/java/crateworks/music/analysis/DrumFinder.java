package crateworks.music.analysis;

import crateworks.music.analysis.DrumEstimate.Feel;
import crateworks.music.analysis.DrumEstimate.Pattern;
import crateworks.music.midi.NoteTable;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which channels carry drums: the tenth unless it plays what no kit has, and any other whose notes
 * look like drums.
 */
final class DrumFinder {
    static final int DRUM_CHANNEL = 9;

    /** Notes of a channel that are looked at. */
    private static final int NOTES_MAX = 4_000;

    /** The tenth channel is melodic when fewer of its notes than this are on the percussion map. */
    private static final double MAPPED_SHARE_MIN = 0.7;

    /**
     * A channel that selects an instrument needs this much more evidence, in logarithms of odds.
     */
    private static final double PROGRAM_DOUBT = 3;

    /** The share of notes that must be drums for the file to be drums. */
    private static final double FILE_SHARE = 0.95;

    private static final Weights LEARNT =
            Weights.read("drum-weights.txt", 1, DrumEvidence.FEATURES + 1);

    private final NoteTable notes;
    private final SortedSet<Integer> channels = new TreeSet<>();
    private final int[] notesOfChannel = new int[16];
    private int channelBits;
    private double confidence = 1;
    private boolean isByContent;

    private DrumFinder(NoteTable notes) {
        this.notes = notes;
    }

    static DrumFinder of(NoteTable notes, Programs programs, int ticksPerQuarter) {
        DrumFinder finder = new DrumFinder(notes);
        for (int row = 0; row < notes.count(); row++) {
            finder.notesOfChannel[notes.channel(row)]++;
        }
        Columns[] ofChannel = Columns.ofChannels(notes, finder.notesOfChannel, NOTES_MAX);
        for (int channel = 0; channel < 16; channel++) {
            if (finder.notesOfChannel[channel] > 0) {
                finder.judge(channel, ofChannel[channel], programs, ticksPerQuarter);
            }
        }
        return finder;
    }

    private void judge(int channel, Columns columns, Programs programs, int ticksPerQuarter) {
        if (channel == DRUM_CHANNEL) {
            if (mappedShare(columns) >= MAPPED_SHARE_MIN) {
                add(channel, 0.97);
            }
            return;
        }
        if (columns.count < DrumEvidence.NOTES_MIN) {
            return;
        }
        double[] features = DrumEvidence.of(columns, ticksPerQuarter);
        double odds = LEARNT.at(0, DrumEvidence.FEATURES);
        for (int feature = 0; feature < DrumEvidence.FEATURES; feature++) {
            odds += LEARNT.at(0, feature) * features[feature];
        }
        odds -= programs.of(channel).isPresent() ? PROGRAM_DOUBT : 0;
        if (odds > 0) {
            isByContent = true;
            add(channel, 1 / (1 + Math.exp(-odds)));
        }
    }

    private void add(int channel, double sure) {
        channels.add(channel);
        channelBits |= 1 << channel;
        confidence = Math.min(confidence, sure);
    }

    private static double mappedShare(Columns columns) {
        int mapped = 0;
        for (int row = 0; row < columns.count; row++) {
            mapped += DrumMap.isMapped(columns.pitch[row]) ? 1 : 0;
        }
        return (double) mapped / columns.count;
    }

    /** One bit a channel that carries drums. */
    int channelBits() {
        return channelBits;
    }

    /** Whether the file is nothing but drums. */
    boolean isDrum() {
        long onDrums = 0;
        for (int channel : channels) {
            onDrums += notesOfChannel[channel];
        }
        return notes.count() > 0 && onDrums >= FILE_SHARE * notes.count();
    }

    /** {@code drums} are the notes on the drum channels. */
    DrumEstimate estimate(Columns drums, BeatGrid grid, double bpm, double quartersPerBar) {
        if (channels.isEmpty()) {
            return new DrumEstimate(
                    false,
                    channels,
                    Map.of(),
                    Pattern.NONE,
                    Feel.NONE,
                    Set.of(),
                    notes.isEmpty() ? 0 : 0.95,
                    notes.isEmpty() ? Source.DEFAULT : Source.NOTES,
                    notes.isEmpty() ? "no notes" : "no channel plays like drums");
        }
        Map<DrumSound, Integer> counts = new EnumMap<>(DrumSound.class);
        for (int row = 0; row < drums.count; row++) {
            counts.merge(DrumMap.sound(drums.pitch[row]), 1, Integer::sum);
        }
        DrumPattern pattern = new DrumPattern(drums, grid, bpm, quartersPerBar);
        return new DrumEstimate(
                isDrum(),
                channels,
                counts,
                pattern.pattern(counts),
                pattern.feel(),
                DrumTechniques.of(drums, grid, bpm),
                Checks.rounded(confidence),
                isByContent ? Source.NOTES : Source.MAP,
                isByContent ? "notes that play like a drum kit" : "notes on the drum channel");
    }
}
