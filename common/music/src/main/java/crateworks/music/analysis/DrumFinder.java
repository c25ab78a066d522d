package crateworks.music.analysis;

import crateworks.music.midi.NoteTable;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which channels carry drums: what the notes look like, together with what is known beforehand from
 * the channel, the program and names.
 */
final class DrumFinder {
    static final int DRUM_CHANNEL = 9;

    /** Notes of a channel that are looked at. */
    private static final int NOTES_MAX = 1_500;

    /** The tenth channel is melodic when fewer of its notes than this are on the percussion map. */
    private static final double MAPPED_SHARE_MIN = 0.7;

    // What is known beforehand, in logarithms of odds. No drums of the corpus on the tenth channel
    // need more than 5; four of five melodic parts would.
    private static final double TENTH_WEIGHT = 5.5;
    private static final double PROGRAM_WEIGHT = -3;

    /** Program 0 is what a file has whose maker never chose one. */
    private static final double PROGRAM_0_WEIGHT = -1;

    private static final double SECOND_KIT_WEIGHT = -2;

    private static final double LINE_WEIGHT = -4;
    private static final double CHORDS_WEIGHT = -4;

    /** Too few notes to look like anything. */
    private static final double FEW_NOTES_ODDS = -1;

    /** Names are not read where they could change nothing. */
    private static final double DOUBT_MAX = 6;

    /** How far above the General MIDI map other kits lie, and how much more they must show. */
    private static final int[] SHIFTS = {12, -12, 24};

    private static final double SHIFTED_ODDS = 1;
    private static final double SHIFT_GAIN_MIN = 3;
    private static final double SHIFT_ODDS_MIN = 4;

    /** The share of notes that must be drums for the file to be drums. */
    private static final double FILE_SHARE = 0.95;

    private static final double CONFIDENCE_MAX = 0.98;

    private final NoteTable notes;
    private final Programs programs;
    private final int ticksPerQuarter;
    private final DrumNames names;
    private final SortedSet<Integer> channels = new TreeSet<>();
    private final int[] notesOfChannel = new int[16];
    private int channelsWithNotes;
    private int channelBits;
    private int shift;
    private boolean isByChannel;
    private boolean isByName;
    private double confidence = CONFIDENCE_MAX;
    private double surestOther;

    private DrumFinder(NoteTable notes, Programs programs, int ticksPerQuarter, DrumNames names) {
        this.notes = notes;
        this.programs = programs;
        this.ticksPerQuarter = ticksPerQuarter;
        this.names = names;
    }

    static DrumFinder of(NoteTable notes, Programs programs, int ticksPerQuarter, DrumNames names) {
        var finder = new DrumFinder(notes, programs, ticksPerQuarter, names);
        for (int row = 0; row < notes.count(); row++) {
            finder.notesOfChannel[notes.channel(row)]++;
        }
        for (int ofChannel : finder.notesOfChannel) {
            finder.channelsWithNotes += ofChannel > 0 ? 1 : 0;
        }
        finder.judgeAll();
        return finder;
    }

    private void judgeAll() {
        Columns[] ofChannel = Columns.ofChannels(notes, notesOfChannel, NOTES_MAX);
        if (notesOfChannel[DRUM_CHANNEL] > 0) {
            judgeTenth(ofChannel[DRUM_CHANNEL]);
        }
        for (int channel = 0; channel < 16; channel++) {
            boolean isSecondary = isByChannel && programs.of(channel).isPresent();
            if (channel != DRUM_CHANNEL && notesOfChannel[channel] > 0 && !isSecondary) {
                judge(channel, ofChannel[channel]);
            }
        }
    }

    private void judgeTenth(Columns columns) {
        if (mappedShare(columns) < MAPPED_SHARE_MIN) {
            return;
        }
        double odds = TENTH_WEIGHT;
        if (columns.count >= DrumEvidence.NOTES_MIN) {
            odds += new DrumEvidence(columns, ticksPerQuarter).odds(0);
        }
        if (odds < TENTH_WEIGHT) {
            odds += names.weight(DRUM_CHANNEL, channelsWithNotes == 1);
        }
        isByChannel = odds > 0;
        decide(DRUM_CHANNEL, odds);
    }

    private void judge(int channel, Columns columns) {
        double known = programWeight(channel) + (isByChannel ? SECOND_KIT_WEIGHT : 0);
        double seen = FEW_NOTES_ODDS;
        int keysTooHigh = 0;
        if (columns.count >= DrumEvidence.NOTES_MIN) {
            var evidence = new DrumEvidence(columns, ticksPerQuarter);
            seen = evidence.odds(0) + (evidence.isLine() ? LINE_WEIGHT : 0);
            seen += evidence.isChords() ? CHORDS_WEIGHT : 0;
            keysTooHigh = shift(evidence, seen);
            seen = keysTooHigh == 0 ? seen : Math.max(seen, SHIFTED_ODDS);
        }
        double odds = seen + known;
        if (Math.abs(odds) < DOUBT_MAX) {
            double named = names.weight(channel, channelsWithNotes == 1);
            isByName |= named > 0 && odds <= 0 && odds + named > 0;
            odds += named;
        }
        shift = odds > 0 ? keysTooHigh : shift;
        decide(channel, odds);
    }

    private double programWeight(int channel) {
        OptionalInt program = programs.of(channel);
        if (program.isEmpty()) {
            return 0;
        }
        return program.getAsInt() == 0 ? PROGRAM_0_WEIGHT : PROGRAM_WEIGHT;
    }

    /** How far above the General MIDI map the keys are that then play like a kit; 0 for none. */
    private static int shift(DrumEvidence evidence, double unshifted) {
        int best = 0;
        double most = Math.max(SHIFT_ODDS_MIN, unshifted + SHIFT_GAIN_MIN);
        for (int each : SHIFTS) {
            double odds = evidence.isKit(each) ? evidence.odds(each) : 0;
            best = odds > most ? each : best;
            most = Math.max(most, odds);
        }
        return best;
    }

    private void decide(int channel, double odds) {
        double sure = 1 / (1 + Math.exp(-odds));
        if (odds > 0) {
            channels.add(channel);
            channelBits |= 1 << channel;
            confidence = Math.min(confidence, sure);
        } else {
            surestOther = Math.max(surestOther, sure);
        }
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

    SortedSet<Integer> channels() {
        return channels;
    }

    /** The drums with their keys on the General MIDI map, at most so many. */
    Columns drums(int rowsMax) {
        if (channelBits == 0) {
            return Columns.NONE;
        }
        Columns drums = Columns.of(notes, channelBits, rowsMax);
        return shift == 0 ? drums : drums.lowered(shift);
    }

    /** Whether the file is nothing but drums. */
    boolean isDrum() {
        long onDrums = 0;
        for (int channel : channels) {
            onDrums += notesOfChannel[channel];
        }
        return notes.count() > 0 && onDrums >= FILE_SHARE * notes.count();
    }

    double confidence() {
        if (notes.isEmpty()) {
            return 0;
        }
        return Checks.rounded(
                channels.isEmpty() ? Math.min(CONFIDENCE_MAX, 1 - surestOther) : confidence);
    }

    Source source() {
        if (notes.isEmpty()) {
            return Source.DEFAULT;
        }
        if (isByChannel) {
            return Source.MAP;
        }
        return isByName ? Source.NAME : Source.NOTES;
    }

    String reason() {
        if (notes.isEmpty()) {
            return "no notes";
        }
        if (channels.isEmpty()) {
            return "no channel plays like drums";
        }
        if (isByChannel) {
            return "notes on the drum channel";
        }
        if (isByName) {
            return "a name says drums, and the notes may be";
        }
        return shift == 0
                ? "notes that play like a drum kit"
                : "notes that play like a drum kit whose keys lie %d %s the General MIDI map"
                        .formatted(Math.abs(shift), shift > 0 ? "above" : "below");
    }
}
