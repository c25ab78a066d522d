package crateworks.music.analysis;

import crateworks.music.analysis.RoleEstimate.Family;
import crateworks.music.midi.EventTable;
import crateworks.music.midi.MidiFile;
import crateworks.music.midi.Reading;
import crateworks.music.midi.SmfReader;
import crateworks.music.midi.SmfWriter;
import crateworks.music.split.Part;
import crateworks.music.split.Splitter;
import crateworks.music.tags.Tag;
import crateworks.music.tags.TagCategory;
import crateworks.music.tags.TagDictionary;
import crateworks.music.tags.TagSource;
import crateworks.music.tags.Tagger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The pitched parts of a folder of songs, as the splitter makes them, with the family that their
 * program says. That is a weak label: whoever chose a lead may have played a bass on it.
 *
 * <p>Left out are drums, parts whose name says another family or a drum, a program 0 where the song
 * has no other, the programs of percussion and noises, fewer than eight notes, and notes that were
 * there before.
 */
final class RoleParts {
    private static final Tagger TAGGER = new Tagger(TagDictionary.standard());
    private static final int DRUM_CHANNEL = 9;
    private static final int NOTES_MIN = 8;

    /** From here on programs are percussion and noises. */
    private static final int PROGRAM_END = 112;

    /** The kettledrum among the strings; the lead that is half a bass. */
    private static final Set<Integer> AMBIGUOUS = Set.of(47, 87);

    /** Texts of a file: names, lyrics, markers and the like have these numbers. */
    private static final int TEXT_FIRST = 1;

    private static final int TEXT_LAST = 15;

    /** A part; {@code half} is 0 or 1, by the bytes of the song. */
    record Labelled(
            String collection,
            String song,
            int half,
            MidiFile file,
            Optional<String> trackName,
            int program,
            boolean isNamed) {
        Family family() {
            return Families.ofProgram(program);
        }

        /** The tags of the part alone, without folders and file name. */
        List<Tag> tags(boolean hasProgram) {
            List<Integer> programs = hasProgram ? List.of(program) : List.of();
            return RoleParts.tags(trackName, programs);
        }
    }

    private final Path folder;
    private final Set<String> met = new HashSet<>();
    private final List<Labelled> parts = new ArrayList<>();

    private RoleParts(Path folder) {
        this.folder = folder;
    }

    /** The parts of all songs in a folder; folders right below it are collections. */
    static List<Labelled> of(Path folder) throws IOException {
        var parts = new RoleParts(folder);
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path path : files) {
            byte[] bytes = Files.readAllBytes(path);
            if (SmfReader.read(bytes) instanceof Reading.Legible(var song, var _)) {
                parts.addSong(path, Math.floorMod(java.util.Arrays.hashCode(bytes) >> 7, 2), song);
            }
        }
        return List.copyOf(parts.parts);
    }

    private void addSong(Path path, int half, MidiFile song) {
        Path relative = folder.relativize(path);
        String collection = relative.getName(0).toString();
        List<Part> split = Splitter.split(song);
        if (split.isEmpty() && song.notes().count() > 0) {
            int channel = song.notes().channel(0);
            add(
                    collection,
                    relative,
                    half,
                    song,
                    channel,
                    song.trackName(0),
                    programs(song, channel));
        }
        boolean isChosen = split.stream().anyMatch(part -> part.instrument().orElse(0) > 0);
        for (Part part : split) {
            if (isChosen) {
                read(part.content().toArray())
                        .ifPresent(
                                file ->
                                        add(
                                                collection,
                                                relative,
                                                half,
                                                file,
                                                part.channel(),
                                                part.trackName(),
                                                part.program()));
            }
        }
    }

    /** The program of a file that is no song but one part; 0 is not chosen there. */
    private static OptionalInt programs(MidiFile file, int channel) {
        OptionalInt program = Programs.of(file.events(), file.notes()).of(channel);
        return program.orElse(0) == 0 ? OptionalInt.empty() : program;
    }

    private void add(
            String collection,
            Path song,
            int half,
            MidiFile file,
            int channel,
            Optional<String> name,
            OptionalInt program) {
        int number = program.orElse(PROGRAM_END);
        if (channel == DRUM_CHANNEL
                || number >= PROGRAM_END
                || AMBIGUOUS.contains(number)
                || file.notes().count() < NOTES_MIN) {
            return;
        }
        List<Tag> tags = tags(name, List.of());
        Optional<Family> named = Families.named(tags, TagSource.TRACK);
        boolean isDrum = tags.stream().anyMatch(tag -> tag.category() == TagCategory.DRUM);
        boolean isContradicted = named.isPresent() && named.get() != Families.ofProgram(number);
        if (!isDrum && !isContradicted && met.add(pitches(file))) {
            parts.add(
                    new Labelled(
                            collection,
                            song.toString(),
                            half,
                            file,
                            name,
                            number,
                            named.isPresent()));
        }
    }

    private static List<Tag> tags(Optional<String> trackName, List<Integer> programs) {
        return TAGGER.tagsOffDrums(
                List.of(), "untitled.mid", trackName.stream().toList(), programs);
    }

    /** The same music may be in several files, in another time. */
    private static String pitches(MidiFile file) {
        StringBuilder pitches = new StringBuilder();
        for (int row = 0; row < file.notes().count(); row++) {
            pitches.append((char) file.notes().pitch(row));
        }
        return pitches.toString();
    }

    /** The file without programs, and without all texts if so wished. */
    static MidiFile withoutProgram(MidiFile file, boolean keepsTexts) {
        EventTable events = file.events();
        SmfWriter writer = new SmfWriter(1, file.division(), 1024);
        for (int track = 0; track < events.trackCount(); track++) {
            writer.beginTrack();
            for (int row = events.firstRow(track); row < events.endRow(track); row++) {
                boolean isProgram = (events.status(row) & 0xF0) == 0xC0;
                if (!isProgram && (keepsTexts || !isText(events, row))) {
                    writer.copy(events, row);
                }
            }
            writer.endTrack(events.endTick(track));
        }
        return read(writer.toBytes().toArray()).orElseThrow();
    }

    private static boolean isText(EventTable events, int row) {
        return events.status(row) == EventTable.META
                && events.metaType(row) >= TEXT_FIRST
                && events.metaType(row) <= TEXT_LAST;
    }

    private static Optional<MidiFile> read(byte[] bytes) {
        return SmfReader.read(bytes) instanceof Reading.Legible(var file, var _)
                ? Optional.of(file)
                : Optional.empty();
    }
}
