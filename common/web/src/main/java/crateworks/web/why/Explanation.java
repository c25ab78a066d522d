package crateworks.web.why;

import crateworks.music.analysis.Analyst;
import crateworks.music.analysis.Analyst.Extent;
import crateworks.music.analysis.KeyEstimate;
import crateworks.music.analysis.Profile;
import crateworks.music.analysis.Tonality;
import crateworks.music.category.Appraisal;
import crateworks.music.category.Category;
import crateworks.music.category.Vote;
import crateworks.music.clues.Clue;
import crateworks.music.midi.MidiFile;
import crateworks.music.midi.Reading;
import crateworks.music.midi.SmfReader;
import crateworks.music.split.Part;
import crateworks.music.tags.Tag;
import crateworks.music.tags.Tagger;
import crateworks.pipeline.message.Piece;
import crateworks.pipeline.port.Lookup;
import crateworks.pipeline.port.UserValues.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What is said about one file, in sections that can be read from top to bottom. */
public final class Explanation {
    private static final int TAGS_MAX = 12;
    private static final int CHORDS_MAX = 16;
    private static final int PARTS_MAX = 40;

    private final Sections section = new Sections();
    private String summary = "";

    /** Everything that was said so far. */
    public Sections sections() {
        return section;
    }

    /** What the file is, in a line. */
    public String summary() {
        return summary;
    }

    /** Where a file of the library is from. */
    public static String place(long number, Piece piece) {
        String origin = piece.origin().source() + "/" + piece.origin().display();
        return "file "
                + number
                + ", "
                + piece.part()
                        .map(
                                part ->
                                        "track "
                                                + part.track()
                                                + ", channel "
                                                + part.channel()
                                                + " of ")
                        .orElse("")
                + origin;
    }

    /** What the library keeps that may differ from what follows. */
    public Explanation stored(Lookup.Entry entry) {
        if (!entry.byHand().isEmpty()) {
            section.begin("Set by hand", shown(entry.byHand()));
            section.line("goes before everything below");
        }
        if (entry.stored().isEmpty()) {
            section.begin("In the library", "not analysed yet");
            return this;
        }
        Lookup.Stored stored = entry.stored().get();
        section.begin("In the library", stored.category() + ", " + stored.categoryReason());
        if (stored.version() != Analyst.VERSION) {
            section.line(
                    "by version %d of the analysis; what follows is version %d"
                            .formatted(stored.version(), Analyst.VERSION));
        }
        if (stored.alike() > 0) {
            section.line(
                    Sections.count(stored.alike(), "other file")
                            + " with the same music, in this key and tempo or another");
        }
        return this;
    }

    private static String shown(Map<Field, String> byHand) {
        return byHand.entrySet().stream()
                .filter(entry -> isShown(entry.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(
                        entry ->
                                entry.getKey().name().toLowerCase(Locale.ROOT)
                                        + " "
                                        + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /** What is found out of a file, with the votes for it. */
    public Explanation body(MidiFile file, Appraisal appraisal) {
        Profile profile = appraisal.profile();
        summary = summary(appraisal);
        category(appraisal);
        tempo(file, appraisal);
        key(appraisal);
        section.begin("Metre", profile.meter().signature(), profile.meter().confidence());
        appraisal.clues().meter().ifPresent(clue -> section.line("name", says(clue, appraisal)));
        section.line(profile.meter().reason());
        section.begin("Length", length(profile));
        section.line(word(profile.length().form()) + ": " + profile.length().reason());
        chords(profile);
        new PlayingText(section).print(profile);
        tags(appraisal);
        return this;
    }

    private static String summary(Appraisal appraisal) {
        Profile profile = appraisal.profile();
        var facts = new ArrayList<String>();
        facts.add(appraisal.decision().category().label());
        if (profile.tempo().isKnown()) {
            facts.add(Sections.bpm(profile.tempo().bpm()));
        }
        profile.key().tonality().map(Explanation::keyText).ifPresent(facts::add);
        if (profile.meter().isKnown()) {
            facts.add(profile.meter().signature());
        }
        facts.add(length(profile));
        return String.join("  |  ", facts);
    }

    private static String length(Profile profile) {
        return Sections.count(profile.length().bars(), "bar")
                + ", "
                + Sections.clock(profile.length().durationMicros() / 1_000_000);
    }

    private void category(Appraisal appraisal) {
        section.begin(
                "Category",
                appraisal.decision().category().label(),
                appraisal.decision().confidence());
        boolean isDecided = false;
        for (Vote vote : appraisal.votes()) {
            boolean decides = !isDecided && vote.category().isPresent();
            isDecided |= decides;
            section.vote(
                    decides,
                    word(vote.by()),
                    vote.category().map(Category::label).orElse("-"),
                    vote.category().isPresent()
                            ? OptionalDouble.of(vote.confidence())
                            : OptionalDouble.empty(),
                    vote.reason());
        }
    }

    private void tempo(MidiFile file, Appraisal appraisal) {
        Profile profile = appraisal.profile();
        section.begin(
                "Tempo",
                profile.tempo().isKnown() ? Sections.bpm(profile.tempo().bpm()) : "not known",
                profile.tempo().confidence());
        if (file.tempoMap().isDeclared()) {
            section.line(
                    "event", Sections.bpm(file.tempoMap().quartersPerMinute(0)) + " at the start");
        }
        appraisal
                .clues()
                .bpm()
                .ifPresent(
                        clue ->
                                section.line(
                                        "name",
                                        Sections.bpm(clue.value()) + ", " + says(clue, appraisal)));
        section.line(profile.tempo().reason());
    }

    private void key(Appraisal appraisal) {
        KeyEstimate key = appraisal.profile().key();
        section.begin(
                "Key",
                key.tonality().map(Explanation::keyText).orElse("not known"),
                key.confidence());
        appraisal.clues().key().ifPresent(clue -> section.line("name", says(clue, appraisal)));
        section.line(key.reason());
        if (!key.alternatives().isEmpty()) {
            section.line(
                    "else",
                    key.alternatives().stream()
                            .map(
                                    each ->
                                            each.tonality().longName()
                                                    + " "
                                                    + Sections.percent(each.confidence()))
                            .collect(Collectors.joining(", ")));
        }
    }

    private static String keyText(Tonality tonality) {
        return tonality.longName() + " (" + tonality.camelot() + ")";
    }

    private static String says(Clue<?> clue, Appraisal appraisal) {
        boolean isFile = clue.segment() == appraisal.segments().size() - 1;
        return "\""
                + clue.token()
                + "\" in "
                + (isFile ? "the name" : "a folder")
                + ", "
                + Sections.percent(clue.confidence())
                + clue.rival().map(rival -> "; but \"" + rival + "\" says otherwise").orElse("");
    }

    private void chords(Profile profile) {
        if (profile.harmony().chords().isEmpty()) {
            return;
        }
        section.begin(
                "Chords",
                profile.harmony().chords().stream()
                                .limit(CHORDS_MAX)
                                .map(span -> span.chord().label())
                                .collect(Collectors.joining(" "))
                        + (profile.harmony().chords().size() > CHORDS_MAX ? " ..." : ""),
                profile.harmony().confidence());
        if (!profile.harmony().romans().isEmpty()) {
            section.line("in the key", String.join(" ", profile.harmony().romans()));
        }
    }

    private void tags(Appraisal appraisal) {
        var all = new ArrayList<>(appraisal.tags());
        all.addAll(appraisal.derived());
        section.begin("Tags", all.isEmpty() ? "none" : String.valueOf(all.size()));
        for (Tag tag : all.subList(0, Math.min(TAGS_MAX, all.size()))) {
            section.vote(
                    false,
                    word(tag.source()),
                    tag.term(),
                    OptionalDouble.of(tag.confidence()),
                    word(tag.category()));
        }
    }

    /** One line for each part of a file that has several. */
    public Explanation parts(List<Part> parts, List<String> segments, Tagger tagger) {
        if (!parts.isEmpty()) {
            section.begin("Parts", String.valueOf(parts.size()));
        }
        for (Part part : parts.subList(0, Math.min(PARTS_MAX, parts.size()))) {
            part(part, segments, tagger)
                    .ifPresent(
                            appraisal ->
                                    section.vote(
                                            false,
                                            "channel " + (part.channel() + 1),
                                            appraisal.decision().category().label(),
                                            OptionalDouble.of(appraisal.decision().confidence()),
                                            part.label() + ": " + appraisal.decision().reason()));
        }
        return this;
    }

    private static Optional<Appraisal> part(Part part, List<String> segments, Tagger tagger) {
        if (!(SmfReader.read(part.content().toArray())
                instanceof Reading.Legible(var file, var _))) {
            return Optional.empty();
        }
        List<Tag> tags =
                part.tags(tagger, segments.subList(0, segments.size() - 1), segments.getLast());
        var ofPart = new ArrayList<>(segments);
        ofPart.add(part.label());
        return Optional.of(Appraisal.of(file, ofPart, tags, Extent.PART));
    }

    /** The rest follows from these. */
    private static boolean isShown(Field field) {
        return field != Field.TONIC && field != Field.MODE && field != Field.CAMELOT;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
