package crateworks.music.split;

import crateworks.music.midi.EventTable;
import crateworks.music.midi.MidiBytes;
import crateworks.music.midi.MidiFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Makes a file of each part of a file: in format 1 of each channel with notes of each track, in
 * format 0 of each channel with notes, in format 2 of each pattern with notes.
 *
 * <p>The notes of the parts are those of the parent, at the same times. A part carries all tempi,
 * metres and keys, the programs, controllers and bends of its channel in its track and in tracks
 * that only set the channel up, copyright, markers and short exclusive messages, and, where its
 * track is its own, the other texts of the track. What a part does not carry (notes of others,
 * device dumps, the lyrics of a format 0 file) remains in the parent.
 */
public final class Splitter {
    /** With more parts than this a file stays whole, with all of its notes. */
    public static final int PARTS_MAX = 4_096;

    /** If the parts could take more bytes than this together, the file stays whole too. */
    public static final long BYTES_MAX = 128L * 1024 * 1024;

    private static final int CHANNELS = 16;
    private static final int CHANNELS_ALL = (1 << CHANNELS) - 1;
    private static final int PART_BYTES_AT_LEAST = 128;
    private static final int EVENT_BYTES = 5;
    private static final int TIME_EVENT_BYTES = 8;
    private static final int EVENT_BYTES_MAX = 12;

    private final MidiFile file;
    private final EventTable events;

    /** The notes of each track's each channel. */
    private final int[] noteOns;

    private Splitter(MidiFile file) {
        this.file = file;
        this.events = file.events();
        this.noteOns = noteOns(events);
    }

    /**
     * The parts, by track and then by channel; empty where there are fewer than two, or too many.
     */
    public static List<Part> split(MidiFile file) {
        return new Splitter(file).split();
    }

    /** Parts that a file has, whether or not they are too many to be split. */
    public static int partCount(MidiFile file) {
        return new Splitter(file).partCount();
    }

    private static int[] noteOns(EventTable events) {
        int[] counts = new int[events.trackCount() * CHANNELS];
        for (int track = 0; track < events.trackCount(); track++) {
            for (int row = events.firstRow(track); row < events.endRow(track); row++) {
                if (events.isNoteOn(row)) {
                    counts[track * CHANNELS + events.channel(row)]++;
                }
            }
        }
        return counts;
    }

    private int partCount() {
        int parts = 0;
        for (int track = 0; track < events.trackCount(); track++) {
            int channels = channelCount(track);
            parts += file.format() == 2 ? Math.min(1, channels) : channels;
        }
        return parts;
    }

    /** Channels with notes in a track. */
    private int channelCount(int track) {
        int channels = 0;
        for (int channel = 0; channel < CHANNELS; channel++) {
            channels += noteOns[track * CHANNELS + channel] > 0 ? 1 : 0;
        }
        return channels;
    }

    private List<Part> split() {
        int partCount = partCount();
        if (partCount < 2 || partCount > PARTS_MAX) {
            return List.of();
        }
        return file.format() == 2 ? patterns(partCount) : channels(partCount);
    }

    private List<Part> channels(int partCount) {
        var shared = new SharedRows(events, noteOns);
        if (bytesAtMost(shared) > BYTES_MAX) {
            return List.of();
        }
        var parts = new ArrayList<Part>(partCount);
        for (int track = 0; track < events.trackCount(); track++) {
            boolean ownsTrack = channelCount(track) == 1;
            for (int channel = 0; channel < CHANNELS; channel++) {
                if (noteOns[track * CHANNELS + channel] > 0) {
                    parts.add(part(track, channel, 1 << channel, shared.of(channel), ownsTrack));
                }
            }
        }
        return List.copyOf(parts);
    }

    private List<Part> patterns(int partCount) {
        var parts = new ArrayList<Part>(partCount);
        for (int track = 0; track < events.trackCount(); track++) {
            if (channelCount(track) > 0) {
                int channel = events.channel(firstNoteOn(track, CHANNELS_ALL));
                parts.add(part(track, channel, CHANNELS_ALL, SharedRows.NONE, true));
            }
        }
        return List.copyOf(parts);
    }

    private Part part(
            int track, int channel, int channelMask, long[] sharedRows, boolean ownsTrack) {
        int noteCount = 0;
        for (int each = 0; each < CHANNELS; each++) {
            noteCount += noteOns[track * CHANNELS + each] * (channelMask >>> each & 1);
        }
        Optional<String> trackName = file.trackName(track);
        OptionalInt program = programAtFirstNote(track, channel, sharedRows);
        String label =
                ownsTrack && trackName.isPresent() ? trackName.get() : label(channel, program);
        int bytesExpected =
                PART_BYTES_AT_LEAST
                        + 2 * EVENT_BYTES * noteCount
                        + TIME_EVENT_BYTES * (sharedRows.length + file.tempoMap().count());
        MidiBytes content =
                new PartWriter(file, track, channelMask, sharedRows, bytesExpected).write(label);
        return new Part(track, channel, trackName, program, label, noteCount, content);
    }

    private static String label(int channel, OptionalInt program) {
        if (channel == Part.DRUM_CHANNEL) {
            return "Drums";
        }
        return program.isPresent()
                ? ProgramNames.name(program.getAsInt())
                : "Channel " + (channel + 1);
    }

    /**
     * The program that a track selects last before its first note, or else that is set up for it.
     */
    private OptionalInt programAtFirstNote(int track, int channel, long[] sharedRows) {
        int noteRow = firstNoteOn(track, 1 << channel);
        int select = 0xC0 | channel;
        for (int row = noteRow - 1; row >= events.firstRow(track); row--) {
            if (events.status(row) == select) {
                return OptionalInt.of(events.data1(row));
            }
        }
        long noteAt = (long) events.tick(noteRow) << 32 | noteRow;
        OptionalInt program = OptionalInt.empty();
        for (int index = 0; index < sharedRows.length && sharedRows[index] < noteAt; index++) {
            int row = SharedRows.row(sharedRows[index]);
            if (events.status(row) == select) {
                program = OptionalInt.of(events.data1(row));
            }
        }
        return program;
    }

    /** The row of the first note on one of these channels, of which there is one in the track. */
    private int firstNoteOn(int track, int channelMask) {
        int row = events.firstRow(track);
        while (!events.isNoteOn(row) || (channelMask >>> events.channel(row) & 1) == 0) {
            row++;
        }
        return row;
    }

    /**
     * A bound of the bytes of all parts together, so that a hostile file cannot multiply itself.
     */
    private long bytesAtMost(SharedRows shared) {
        long timeEvents =
                (long) file.tempoMap().count()
                        + file.meterMap().count()
                        + file.keySignatures().count();
        long bytes = (long) events.count() * TIME_EVENT_BYTES;
        for (int track = 0; track < events.trackCount(); track++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                if (noteOns[track * CHANNELS + channel] > 0) {
                    bytes += PART_BYTES_AT_LEAST + shared.bytesAtMost(channel);
                    bytes += timeEvents * EVENT_BYTES_MAX;
                }
            }
        }
        for (int payload = 0; payload < events.payloadCount(); payload++) {
            // a track's own texts go into each of its parts
            bytes += (long) CHANNELS * events.payloadLength(events.payloadRow(payload));
        }
        return bytes;
    }
}
