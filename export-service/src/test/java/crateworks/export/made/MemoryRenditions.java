package crateworks.export.made;

import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Renditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Renditions of one drive in memory; whatever was added lies on the drive. */
public final class MemoryRenditions implements Renditions {
    final List<Part> parts = new ArrayList<>();
    final List<Song> songs = new ArrayList<>();
    final List<Chords> chords = new ArrayList<>();
    final Map<String, Made> made = new TreeMap<>();
    private int recordsUntilOutage = Integer.MAX_VALUE;

    /** The call after so many more to {@link #record} fails, and all after it work again. */
    void failRecordingAfter(int calls) {
        recordsUntilOutage = calls;
    }

    @Override
    public Coming coming(long session, String drive, int notesMax) {
        return new Coming(0, 0);
    }

    @Override
    public void eachPart(String drive, Limits limits, Consumer<Part> sink) {
        List<Part> chosen =
                parts.stream()
                        .filter(part -> part.bars() <= limits.barsMax())
                        .limit(limits.partsMax())
                        .toList();
        for (Part part : chosen) {
            sink.accept(
                    new Part(
                            part.file(),
                            part.content(),
                            part.name(),
                            part.category(),
                            part.bpm(),
                            part.quarterBpm(),
                            part.key(),
                            part.bars(),
                            part.drums(),
                            part.genres(),
                            treesOf(part.file())));
        }
    }

    @Override
    public void eachSong(String drive, String tree, Consumer<Song> sink) {
        songs.stream().filter(song -> !treesOf(song.file()).contains(tree)).forEach(sink);
    }

    @Override
    public List<Chords> chords(String drive, int max) {
        return chords.stream().limit(max).toList();
    }

    @Override
    public List<Made> made(String drive, String tree) {
        return made.values().stream().filter(each -> each.tree().equals(tree)).toList();
    }

    @Override
    public void record(String drive, List<Made> added) throws Outage {
        if (recordsUntilOutage-- == 0) {
            throw new Outage("the database", "it is away");
        }
        added.forEach(each -> made.put(each.path().toLowerCase(Locale.ROOT), each));
    }

    @Override
    public void forget(String drive, List<String> paths) {
        paths.forEach(path -> made.remove(path.toLowerCase(Locale.ROOT)));
    }

    private List<String> treesOf(long file) {
        return made.values().stream()
                .filter(each -> each.file().orElse(0) == file)
                .map(Made::tree)
                .distinct()
                .toList();
    }
}
