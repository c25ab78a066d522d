package crateworks.music.category;

import crateworks.music.analysis.Analyst;
import crateworks.music.analysis.Analyst.Extent;
import crateworks.music.analysis.Profile;
import crateworks.music.clues.Clues;
import crateworks.music.midi.MidiFile;
import crateworks.music.tags.Tag;
import java.util.List;

/**
 * Everything there is to say about one file: what its path tells, what its notes are, and where it
 * belongs.
 *
 * @param segments folders and file name, the outermost first; for a part its label behind them
 * @param tags found in names and programs
 * @param derived found out by analysis, see {@link DerivedTags}
 */
public record Appraisal(
        List<String> segments,
        Clues clues,
        List<Tag> tags,
        Profile profile,
        Decision decision,
        List<Tag> derived) {
    public Appraisal {
        segments = List.copyOf(segments);
        tags = List.copyOf(tags);
        derived = List.copyOf(derived);
    }

    public static Appraisal of(
            MidiFile file, List<String> segments, List<Tag> tags, Extent extent) {
        Clues clues = Clues.of(segments);
        Profile profile = Analyst.profile(file, clues, tags, extent);
        Decision decision = Shelving.decide(profile, tags, segments);
        return new Appraisal(
                segments, clues, tags, profile, decision, DerivedTags.of(profile, tags));
    }

    /** What each of those that are asked for the shelf says, in their order. */
    public List<Vote> votes() {
        return Shelving.votes(profile, tags, segments);
    }
}
