package crateworks.music.analysis;

import crateworks.music.analysis.RoleEstimate.Family;
import crateworks.music.analysis.RoleEstimate.Role;
import crateworks.music.analysis.Statistics.Voicing;
import crateworks.music.tags.Tag;
import crateworks.music.tags.TagSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/** What a part does and on what it is played, from names, programs and notes. */
final class RoleFinder {
    private static final int RIFF_NOTES_MIN = 12;
    private static final int ARPEGGIO_NOTES_MIN = 12;
    private static final double PAD_BEATS_MIN = 2.5;
    private static final double CHORD_VOICES_MIN = 1.8;
    private static final double ARPEGGIO_LEAPS_MIN = 0.6;
    private static final double ARPEGGIO_BEATS_MAX = 0.55;

    /** The lowest notes of what is called low lie below this, mostly; of high, not below that. */
    private static final int LOW_BELOW = 48;

    private static final int HIGH_FROM = 64;
    private static final double SHORT_BELOW = 0.4;

    /** A family that is less likely than this is little better than one of six. */
    private static final double LIKELY_MIN = 0.2;

    /** Collections that no weights were learnt from are heard less well: a tenth is taken off. */
    static final double UNSEEN = 0.9;

    /** So likely a bass that a synthesizer's lead program plays one. */
    private static final double SURELY_BASS = 0.7;

    private static final double FIRST_PROGRAM_WORTH = 0.6;

    /** How sure what a name says is, and one of several things that names say at once. */
    private static final double NAMED = 0.9;

    private static final double CONTRADICTED = 0.45;

    private static final Set<TagSource> NAMES = Set.of(TagSource.FILE, TagSource.TRACK);

    private final Columns pitched;
    private final Statistics statistics;
    private final BeatGrid grid;
    private final double beatsPerBar;
    private final RoleEvents events;

    RoleFinder(
            Columns pitched,
            Statistics statistics,
            BeatGrid grid,
            double beatsPerBar,
            RoleEvents events) {
        this.events = events;
        this.beatsPerBar = Math.max(1, beatsPerBar);
        this.pitched = pitched;
        this.statistics = statistics;
        this.grid = grid;
    }

    /** {@code parts} is how many pairs of track and channel have notes. */
    RoleEstimate find(
            boolean isDrum, int parts, OptionalInt program, List<Tag> tags, Analyst.Extent extent) {
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
        return single(program, tags, extent);
    }

    /** The names of a song and its folders tell less of one of its parts than the part itself. */
    private RoleEstimate single(OptionalInt program, List<Tag> tags, Analyst.Extent extent) {
        RoleHeard heard = heard();
        boolean isPart = extent == Analyst.Extent.PART;
        Set<TagSource> own = isPart ? Set.of(TagSource.TRACK) : NAMES;
        List<Family> families =
                isPart
                        ? Families.named(tags, TagSource.TRACK).stream().toList()
                        : Families.tagged(tags);
        SequencedMap<Role, String> roles = RoleNames.of(tags, own);
        if (roles.size() > 1) {
            return contradicted(roles, program, heard);
        }
        if (!roles.isEmpty()) {
            return named(roles.firstEntry(), families, program, heard.role());
        }
        if (!families.isEmpty()) {
            return byName(families, heard);
        }
        if (program.isPresent() && program.getAsInt() > 0) {
            Family family = Families.ofProgram(program.getAsInt());
            String reason = "program " + (program.getAsInt() + 1) + " of General MIDI";
            boolean isBass = family == Family.LEAD && heard.bass() >= SURELY_BASS;
            Role role = isBass ? Role.BASS : role(family, heard.role());
            return new RoleEstimate(role, family, 0.85, Source.MAP, reason);
        }
        List<Family> ofSong = Families.tagged(tags);
        if (!ofSong.isEmpty()) {
            return byName(ofSong, heard);
        }
        return program.isPresent() ? firstProgram(heard) : heard.estimate();
    }

    /** The first program is a piano, and what some programs write for whatever is played. */
    private static RoleEstimate firstProgram(RoleHeard heard) {
        if (heard.confidence() >= FIRST_PROGRAM_WORTH && heard.family() != Family.KEYS) {
            return heard.estimate();
        }
        return new RoleEstimate(
                role(Family.KEYS, heard.role()),
                Family.KEYS,
                FIRST_PROGRAM_WORTH,
                Source.MAP,
                "program 1 of General MIDI, though some write it unasked; " + heard.sounds());
    }

    /** Of names that say several, the one that the notes say too, or the first. */
    private static RoleEstimate byName(List<Family> named, RoleHeard heard) {
        boolean isOne = named.size() == 1;
        Family family = named.contains(heard.family()) ? heard.family() : named.getFirst();
        List<String> words = named.stream().map(Family::label).toList();
        return new RoleEstimate(
                role(family, heard.role()),
                family,
                isOne ? NAMED : CONTRADICTED,
                Source.NAME,
                isOne ? "a name says " + family.label() : contradiction(words, heard));
    }

    /** The same of roles, the program asked first. */
    private static RoleEstimate contradicted(
            SequencedMap<Role, String> named, OptionalInt program, RoleHeard heard) {
        Role played =
                program.isPresent() && program.getAsInt() > 0
                        ? role(Families.ofProgram(program.getAsInt()), heard.role())
                        : heard.role();
        boolean isLine = played == Role.ARPEGGIO || played == Role.RIFF;
        boolean isPlayed = named.containsKey(played) || (isLine && named.containsKey(Role.MELODY));
        Role role = isPlayed ? played : named.firstEntry().getKey();
        return new RoleEstimate(
                role,
                family(role),
                CONTRADICTED,
                Source.NAME,
                contradiction(named.values(), heard));
    }

    private static String contradiction(Collection<String> words, RoleHeard heard) {
        return "names say " + String.join(" and ", words) + "; " + heard.sounds();
    }

    /** What a name states, unless the notes cannot be that. */
    private RoleEstimate named(
            Map.Entry<Role, String> stated, List<Family> named, OptionalInt program, Role heard) {
        Role role = stated.getKey();
        Family family =
                Stream.concat(
                                named.stream(),
                                program.stream()
                                        .filter(number -> number > 0)
                                        .mapToObj(Families::ofProgram))
                        .findFirst()
                        .orElseGet(() -> family(role));
        boolean isOfSeveral = role == Role.CHORDS || role == Role.PAD;
        if (isOfSeveral && statistics.voicing() == Voicing.MONO) {
            return new RoleEstimate(
                    heard,
                    family,
                    0.4,
                    Source.NOTES,
                    "a name says " + stated.getValue() + ", but no two notes sound together");
        }
        return new RoleEstimate(
                role, family, NAMED, Source.NAME, "a name says " + stated.getValue());
    }

    private static Role role(Family family, Role heard) {
        return switch (family) {
            case BASS -> Role.BASS;
            case PAD -> Role.PAD;
            case LEAD -> heard == Role.ARPEGGIO ? heard : Role.MELODY;
            default -> heard == Role.BASS ? Role.MELODY : heard;
        };
    }

    private RoleHeard heard() {
        double[] measures = RoleEvidence.of(pitched, grid, events);
        double[] likely = RoleScores.of(measures);
        int best = 0;
        for (int family = 1; family < likely.length - 1; family++) {
            best = likely[family] > likely[best] ? family : best;
        }
        Family family = RoleScores.FAMILIES.get(best);
        double confidence = Checks.rounded(UNSEEN * likely[best]);
        boolean isLikely = likely[best] >= LIKELY_MIN;
        Role role = family == Family.BASS && isLikely ? Role.BASS : heardAboveBass();
        return new RoleHeard(
                role, isLikely ? family : Family.UNKNOWN, confidence, likely[0], sounds(measures));
    }

    /** What of the notes a person can follow, in words. */
    private String sounds(double[] measures) {
        double bottom = measures[RoleEvidence.BOTTOM];
        double beats = Math.pow(2, measures[RoleEvidence.LENGTH]);
        String height = bottom < LOW_BELOW ? "low" : bottom < HIGH_FROM ? "middle" : "high";
        String length = beats < SHORT_BELOW ? "short" : beats < PAD_BEATS_MIN ? "" : "long";
        String together =
                measures[RoleEvidence.TOGETHER] > 0.5
                        ? "several together"
                        : statistics.voicing() == Voicing.MONO ? "one at a time" : "some together";
        return height + (length.isEmpty() ? "" : " and " + length) + " notes, " + together;
    }

    private Role heardAboveBass() {
        double beats = meanBeats();
        boolean isLine =
                statistics.voicing() == Voicing.MONO
                        || statistics.polyphonyMean() < CHORD_VOICES_MIN - 0.5;
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
