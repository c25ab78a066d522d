package crateworks.music.mpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a progression must be like that every device reads. */
public final class ChordListRules {
    private static final Set<String> ROLES = Set.of("Root", "BelowRoot", "AboveRoot");
    private static final Pattern PITCH_CLASS = Pattern.compile("[A-G]#?");
    private static final Pattern FLAT = Pattern.compile("[A-G]b|/[A-G]b");
    private static final Pattern ILLEGAL_IN_STEM = Pattern.compile("[/:*?\"<>|\\\\]");

    private ChordListRules() {}

    /** The flaws of a list that lies in a file of this stem, its name without extension. */
    public static List<Flaw> flaws(ChordList list, String stem) {
        var flaws = new ArrayList<Flaw>();
        if (list.name().chars().filter(letter -> letter == '-').count() != 1) {
            flaws.add(new Flaw(Flaw.Rule.NAME, "not one hyphen in " + list.name()));
        }
        if (!stemOf(list.name()).equals(stem)) {
            flaws.add(new Flaw(Flaw.Rule.STEM, stem + " is named " + list.name()));
        }
        if (!PITCH_CLASS.matcher(list.rootNote()).matches()) {
            flaws.add(new Flaw(Flaw.Rule.FLATS, "root " + list.rootNote()));
        }
        int count = list.chords().size();
        if (count != 8 && count != 16) {
            flaws.add(new Flaw(Flaw.Rule.CHORD_COUNT, count + " chords"));
        }
        if (!list.chords().isEmpty() && !ROLES.contains(list.chords().getFirst().role())) {
            flaws.add(new Flaw(Flaw.Rule.ROLE, "first role " + list.chords().getFirst().role()));
        }
        list.chords().forEach(pad -> check(pad, flaws));
        return List.copyOf(flaws);
    }

    /** The name of the file of a progression, without extension. */
    public static String stemOf(String name) {
        return ILLEGAL_IN_STEM.matcher(name).replaceAll("_");
    }

    private static void check(ChordList.Pad pad, List<Flaw> flaws) {
        boolean fits = pad.notes().stream().allMatch(note -> note >= 0 && note <= 127);
        if (!fits || pad.notes().size() < 2 || pad.notes().size() > 8) {
            flaws.add(new Flaw(Flaw.Rule.CHORD_NOTES, pad.name() + " " + pad.notes()));
        }
        if (FLAT.matcher(pad.name()).find()) {
            flaws.add(new Flaw(Flaw.Rule.FLATS, "chord " + pad.name()));
        }
    }
}
