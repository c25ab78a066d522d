package crateworks.music.mpc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** What a pattern must be like that every device reads. */
public final class PatternRules {
    /** Longer ones must say in their names that they are songs. */
    public static final int BARS_MAX = 64;

    /** The only length that devices write: 2^63-1, which means as long as the notes are. */
    private static final String LENGTH = "9223372036854775807";

    private static final int AUTOMATION_TYPE = 1;
    private static final int NOTE_TYPE = 2;

    private PatternRules() {}

    /** The flaws of a flat pattern; none for what {@link PatternWriter} writes by default. */
    public static List<Flaw> flaws(PatternFile file) {
        var flaws = new ArrayList<Flaw>();
        BiConsumer<Flaw.Rule, String> add = (rule, detail) -> flaws.add(new Flaw(rule, detail));
        if (file.length().filter(LENGTH::equals).isEmpty()) {
            add.accept(Flaw.Rule.LENGTH_TOKEN, "length " + file.length().orElse("missing"));
        }
        if (file.exponents()) {
            add.accept(Flaw.Rule.NUMBER_FORM, "a number has an exponent");
        }
        if (file.notes().isEmpty()) {
            add.accept(Flaw.Rule.NO_NOTES, "no notes");
        }
        long last = 0;
        for (PatternFile.Event event : file.events()) {
            if (event.onPulse() < last) {
                add.accept(Flaw.Rule.NOT_SORTED, "time " + event.onPulse() + " after " + last);
            }
            last = event.onPulse();
            check(event, add);
        }
        return List.copyOf(flaws);
    }

    /** Whether a pattern is so long that its name must say that it is a song. */
    public static boolean isSong(int bars) {
        return bars > BARS_MAX;
    }

    private static void check(PatternFile.Event event, BiConsumer<Flaw.Rule, String> add) {
        switch (event) {
            case PatternFile.Event.Note note -> {
                boolean fits =
                        note.type() == NOTE_TYPE
                                && note.onPulse() >= 0
                                && note.lengthPulses() >= 1
                                && note.pitch() >= 0
                                && note.pitch() <= 127
                                && note.velocity() > 0
                                && note.velocity() <= 1;
                if (!fits) {
                    add.accept(Flaw.Rule.OUT_OF_RANGE, note.toString());
                }
            }
            case PatternFile.Event.Automation automation -> {
                boolean fits =
                        automation.type() == AUTOMATION_TYPE
                                && automation.onPulse() >= 0
                                && automation.value() >= 0
                                && automation.value() <= 1;
                if (!fits) {
                    add.accept(Flaw.Rule.OUT_OF_RANGE, automation.toString());
                }
            }
        }
    }
}
