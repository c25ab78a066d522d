package crateworks.music.analysis;

import crateworks.music.analysis.Analyst.Extent;
import crateworks.music.analysis.RoleEstimate.Family;
import crateworks.music.analysis.RoleParts.Labelled;
import crateworks.music.clues.Clues;
import crateworks.music.midi.MidiFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Prints how right roles and families are, held against the programs of real songs. */
public final class RoleAccuracy {
    private RoleAccuracy() {}

    /** A folder with songs. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("usage: benchmarks/run roles FOLDER");
            System.exit(2);
        }
        RoleTable whole = new RoleTable("as they are");
        RoleTable nameless = new RoleTable("without program");
        RoleTable notes = new RoleTable("notes alone");
        RoleTable named = new RoleTable("notes alone, where the name agrees");
        RoleTable simple = new RoleTable("simple rule");
        for (Labelled part : RoleParts.of(Path.of(arguments[0]))) {
            MidiFile bare = RoleParts.withoutProgram(part.file(), false);
            Profile heard = profile(bare, List.of());
            add(whole, part, profile(part.file(), part.tags(true)));
            add(
                    nameless,
                    part,
                    profile(RoleParts.withoutProgram(part.file(), true), part.tags(false)));
            add(notes, part, heard);
            if (part.isNamed()) {
                add(named, part, heard);
            }
            simple.add(part.family(), simple(bare, heard), 0.5);
        }
        System.out.print(RoleTable.head());
        for (RoleTable table : List.of(whole, nameless, notes, named, simple)) {
            System.out.print(table.line());
        }
        System.out.print(notes.confusion());
        System.out.print(notes.reliability());
    }

    private static void add(RoleTable table, Labelled part, Profile profile) {
        table.add(part.family(), profile.role().family(), profile.role().confidence());
    }

    private static Profile profile(MidiFile file, List<crateworks.music.tags.Tag> tags) {
        return Analyst.profile(file, Clues.of(List.of("untitled.mid")), tags, Extent.PART);
    }

    /** Whoever takes what lies low for a bass, other lines for a lead and chords for keys. */
    private static Family simple(MidiFile file, Profile profile) {
        int below = 0;
        for (int row = 0; row < file.notes().count(); row++) {
            below += file.notes().pitch(row) < 48 ? 1 : 0;
        }
        if (below * 2 > file.notes().count()) {
            return Family.BASS;
        }
        return profile.statistics().voicing() == Statistics.Voicing.MONO
                ? Family.LEAD
                : Family.KEYS;
    }
}
