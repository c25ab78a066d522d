package crateworks.music.tags;

import crateworks.music.midi.EventTable;
import crateworks.music.midi.MidiFile;
import java.util.ArrayList;
import java.util.List;

/** The tags of a whole file: from its path, its tracks and the programs that it calls for. */
public final class FileTags {
    private static final int PROGRAM_CHANGE = 0xC0;
    private static final int DRUM_CHANNEL = 9;
    private static final int DRUM_NOTE_ON = 0x90 | DRUM_CHANNEL;

    private FileTags() {}

    /** {@code segments}: folders and file name, the outermost first. */
    public static List<Tag> of(Tagger tagger, MidiFile file, List<String> segments) {
        var trackNames = new ArrayList<String>();
        for (int track = 0; track < file.trackCount(); track++) {
            file.trackName(track).ifPresent(trackNames::add);
        }
        List<String> folders = segments.subList(0, Math.max(0, segments.size() - 1));
        String name = segments.isEmpty() ? "" : segments.getLast();
        List<Integer> programs = programs(file.events());
        return hasDrumChannel(file.events())
                ? tagger.tags(folders, name, trackNames, programs)
                : tagger.tagsOffDrums(folders, name, trackNames, programs);
    }

    /** Whether a note begins on it. */
    private static boolean hasDrumChannel(EventTable events) {
        for (int row = 0; row < events.count(); row++) {
            if (events.status(row) == DRUM_NOTE_ON && events.data2(row) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Program numbers, 0 to 127, ascending, each once; the drum channel's are not instruments. */
    private static List<Integer> programs(EventTable events) {
        var called = new boolean[128];
        for (int row = 0; row < events.count(); row++) {
            if ((events.status(row) & 0xF0) == PROGRAM_CHANGE
                    && events.hasChannel(row)
                    && events.channel(row) != DRUM_CHANNEL) {
                called[events.data1(row)] = true;
            }
        }
        var programs = new ArrayList<Integer>();
        for (int program = 0; program < called.length; program++) {
            if (called[program]) {
                programs.add(program);
            }
        }
        return programs;
    }
}
