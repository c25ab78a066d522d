package crateworks.music.analysis;

import crateworks.music.analysis.RoleEstimate.Family;
import crateworks.music.analysis.RoleEstimate.Role;
import crateworks.music.analysis.Statistics.Voicing;
import crateworks.music.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** What a part does and on what it is played, from names, programs and notes. */
final class RoleFinder {
    /** The middle pitch of a bass part lies below the C under middle C. */
    private static final int BASS_PITCH_MAX = 48;

    /** A bass in octaves or fifths lies lower still. */
    private static final int DOUBLED_BASS_PITCH_MAX = 44;

    private static final double DOUBLED_BASS_VOICES_MAX = 2.2;
    private static final int RIFF_NOTES_MIN = 12;
    private static final int ARPEGGIO_NOTES_MIN = 12;
    private static final double PAD_BEATS_MIN = 2.5;
    private static final double CHORD_VOICES_MIN = 1.8;
    private static final double ARPEGGIO_LEAPS_MIN = 0.6;
    private static final double ARPEGGIO_BEATS_MAX = 0.55;

    private final Columns pitched;
    private final Statistics statistics;
    private final BeatGrid grid;
    private final double beatsPerBar;

    RoleFinder(Columns pitched, Statistics statistics, BeatGrid grid, double beatsPerBar) {
        this.beatsPerBar = Math.max(1, beatsPerBar);
        this.pitched = pitched;
        this.statistics = statistics;
        this.grid = grid;
    }

    /** {@code parts} is how many pairs of track and channel have notes. */
    RoleEstimate find(boolean isDrum, int parts, OptionalInt program, List<Tag> tags) {
        if (isDrum) {
            return new RoleEstimate(
                    Role.DRUMS, Family.DRUMS, 0.95, Source.NOTES, "nothing but drums");
        }
        if (pitched.isEmpty()) {
            return new RoleEstimate(
                    Role.UNKNOWN, Family.UNKNOWN, 0, Source.DEFAULT, "no pitched notes");
        }
        if (parts > 1) {
            return new RoleEstimate(
                    Role.ENSEMBLE,
                    Family.UNKNOWN,
                    0.8,
                    Source.NOTES,
                    parts + " parts play together");
        }
        Role heard = heard();
        Optional<Family> namedFamily = Families.tagged(tags);
        Optional<Role> namedRole = RoleNames.of(tags);
        if (namedRole.isPresent()) {
            return named(namedRole.get(), namedFamily, program, heard);
        }
        if (namedFamily.isPresent()) {
            Family family = namedFamily.get();
            return new RoleEstimate(
                    role(family, heard), family, 0.9, Source.NAME, "a name says " + family.label());
        }
        if (program.isPresent() && program.getAsInt() > 0) {
            Family family = Families.ofProgram(program.getAsInt());
            String reason = "program " + (program.getAsInt() + 1) + " of General MIDI";
            return new RoleEstimate(role(family, heard), family, 0.85, Source.MAP, reason);
        }
        double confidence = heard == Role.BASS ? 0.75 : 0.5;
        return new RoleEstimate(
                heard, family(heard), confidence, Source.NOTES, "range, voices and note lengths");
    }

    /** What a name states, unless the notes cannot be that. */
    private RoleEstimate named(
            Role role, Optional<Family> namedFamily, OptionalInt program, Role heard) {
        Family family =
                namedFamily.orElseGet(
                        () ->
                                program.stream()
                                        .filter(number -> number > 0)
                                        .mapToObj(Families::ofProgram)
                                        .findAny()
                                        .orElseGet(() -> family(role)));
        String word = role.name().toLowerCase(Locale.ROOT);
        boolean isOfSeveral = role == Role.CHORDS || role == Role.PAD;
        if (isOfSeveral && statistics.voicing() == Voicing.MONO) {
            return new RoleEstimate(
                    heard,
                    family,
                    0.4,
                    Source.NOTES,
                    "a name says " + word + ", but no two notes sound together");
        }
        return new RoleEstimate(role, family, 0.9, Source.NAME, "a name says " + word);
    }

    private static Role role(Family family, Role heard) {
        return switch (family) {
            case BASS -> Role.BASS;
            case PAD -> Role.PAD;
            case LEAD -> heard == Role.ARPEGGIO ? heard : Role.MELODY;
            default -> heard == Role.BASS ? Role.MELODY : heard;
        };
    }

    private Role heard() {
        double beats = meanBeats();
        boolean isLine =
                statistics.voicing() == Voicing.MONO
                        || statistics.polyphonyMean() < CHORD_VOICES_MIN - 0.5;
        int middle = middlePitch();
        boolean isDoubled =
                middle < DOUBLED_BASS_PITCH_MAX
                        && statistics.polyphonyMean() < DOUBLED_BASS_VOICES_MAX;
        if ((isLine && middle < BASS_PITCH_MAX) || isDoubled) {
            return Role.BASS;
        }
        if (isLine) {
            if (pitched.count >= RIFF_NOTES_MIN && Repetition.isRiff(pitched, grid, beatsPerBar)) {
                return isBroken(beats) ? Role.ARPEGGIO : Role.RIFF;
            }
            return isBroken(beats) ? Role.ARPEGGIO : Role.MELODY;
        }
        if (beats >= PAD_BEATS_MIN) {
            return Role.PAD;
        }
        return statistics.polyphonyMean() >= CHORD_VOICES_MIN ? Role.CHORDS : Role.MELODY;
    }

    private boolean isBroken(double beats) {
        return pitched.count >= ARPEGGIO_NOTES_MIN
                && leapShare() >= ARPEGGIO_LEAPS_MIN
                && beats <= ARPEGGIO_BEATS_MAX;
    }

    private static Family family(Role heard) {
        return switch (heard) {
            case BASS -> Family.BASS;
            case MELODY, ARPEGGIO, RIFF -> Family.LEAD;
            case PAD -> Family.PAD;
            case CHORDS -> Family.KEYS;
            case DRUMS -> Family.DRUMS;
            case ENSEMBLE, UNKNOWN -> Family.UNKNOWN;
        };
    }

    private int middlePitch() {
        int[] ofPitch = new int[128];
        for (int row = 0; row < pitched.count; row++) {
            ofPitch[pitched.pitch[row]]++;
        }
        int pitch = 0;
        int below = ofPitch[0];
        while (below * 2 < pitched.count) {
            below += ofPitch[++pitch];
        }
        return pitch;
    }

    private double meanBeats() {
        double ticks = 0;
        for (int row = 0; row < pitched.count; row++) {
            ticks += pitched.offTick[row] - pitched.onTick[row];
        }
        return ticks / pitched.count / grid.beatTicks();
    }

    private double leapShare() {
        int leaps = 0;
        for (int row = 1; row < pitched.count; row++) {
            leaps += Math.abs(pitched.pitch[row] - pitched.pitch[row - 1]) > 2 ? 1 : 0;
        }
        return pitched.count < 2 ? 0 : (double) leaps / (pitched.count - 1);
    }
}
