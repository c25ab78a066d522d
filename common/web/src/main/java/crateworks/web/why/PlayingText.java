package crateworks.web.why;

import crateworks.music.analysis.DrumEstimate;
import crateworks.music.analysis.Profile;
import crateworks.music.analysis.RoleEstimate;
import crateworks.music.analysis.RoleEstimate.Family;
import crateworks.music.analysis.Statistics;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a file is played: its role, its figures and its drums. */
final class PlayingText {
    private static final String[] NOTES = {
        "C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"
    };
    private static final int NOTES_PER_OCTAVE = 12;

    private final Sections section;

    PlayingText(Sections section) {
        this.section = section;
    }

    void print(Profile profile) {
        section.begin("Role", role(profile.role()), profile.role().confidence());
        section.line(profile.role().reason());
        section.line(figures(profile.statistics()));
        DrumEstimate drums = profile.drums();
        section.begin("Drums", drums.isDrum() ? "yes" : channels(drums), drums.confidence());
        section.line(drums.reason());
        if (drums.counts().isEmpty()) {
            return;
        }
        section.line(word(drums.pattern()) + ", " + feel(drums));
        section.line(
                drums.counts().entrySet().stream()
                        .map(count -> word(count.getKey()) + " " + count.getValue())
                        .collect(Collectors.joining(", ")));
        if (!drums.techniques().isEmpty()) {
            section.line(
                    "with "
                            + drums.techniques().stream()
                                    .map(PlayingText::word)
                                    .collect(Collectors.joining(", ")));
        }
    }

    private static String role(RoleEstimate role) {
        String does = word(role.role());
        String family = role.family().label();
        boolean saysMore = role.family() != Family.UNKNOWN && !family.equals(does);
        return saysMore ? does + " on " + family : does;
    }

    private static String channels(DrumEstimate drums) {
        return drums.channels().isEmpty()
                ? "no"
                : "beside other parts, on channel "
                        + drums.channels().stream()
                                .map(channel -> String.valueOf(channel + 1))
                                .collect(Collectors.joining(", "));
    }

    private static String feel(DrumEstimate drums) {
        boolean isSwung = drums.swing().orElse(0.5) > 0.5;
        return word(drums.feel())
                + (isSwung ? " " + Sections.percent(drums.swing().orElse(0.5)) : "")
                + " feel";
    }

    private static String figures(Statistics figures) {
        String range =
                figures.lowestPitch().isPresent() && figures.highestPitch().isPresent()
                        ? note(figures.lowestPitch().getAsInt())
                                + " to "
                                + note(figures.highestPitch().getAsInt())
                                + ", "
                        : "";
        return String.format(
                Locale.ROOT,
                "%s, %s%,d %s, %.1f a second, %.1f at once, velocity %.0f, syncopation %s",
                word(figures.voicing()),
                range,
                figures.noteCount(),
                figures.noteCount() == 1 ? "note" : "notes",
                figures.notesPerSecond(),
                figures.polyphonyMean(),
                figures.velocityMean(),
                Sections.percent(figures.syncopation()));
    }

    /** Middle C is C3, as on MPCs. */
    private static String note(int pitch) {
        return NOTES[pitch % NOTES_PER_OCTAVE] + (pitch / NOTES_PER_OCTAVE - 2);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
