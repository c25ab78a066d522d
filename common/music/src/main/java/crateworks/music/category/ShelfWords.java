package crateworks.music.category;

import crateworks.music.tags.TagDictionary;
import crateworks.music.tags.TagDictionary.Wording;
import java.util.Map;
import java.util.Optional;

/**
 * Which shelf the words of a name mean. Words that are a phrase together mean what the phrase
 * means: {@code Bass Drum} is a kick, {@code Bass Clarinet} and {@code Drum and Bass} are no bass.
 */
final class ShelfWords {
    private static final Map<String, Category> WORDS =
            Map.ofEntries(
                    Map.entry("kick", Category.DRUM_KICKS),
                    Map.entry("kicks", Category.DRUM_KICKS),
                    Map.entry("snare", Category.DRUM_SNARES),
                    Map.entry("snares", Category.DRUM_SNARES),
                    Map.entry("clap", Category.DRUM_SNARES),
                    Map.entry("claps", Category.DRUM_SNARES),
                    Map.entry("hat", Category.DRUM_HATS),
                    Map.entry("hats", Category.DRUM_HATS),
                    Map.entry("hihat", Category.DRUM_HATS),
                    Map.entry("hihats", Category.DRUM_HATS),
                    Map.entry("cymbal", Category.DRUM_CYMBALS),
                    Map.entry("cymbals", Category.DRUM_CYMBALS),
                    Map.entry("ride", Category.DRUM_CYMBALS),
                    Map.entry("tom", Category.DRUM_TOMS),
                    Map.entry("toms", Category.DRUM_TOMS),
                    Map.entry("perc", Category.DRUM_PERC),
                    Map.entry("percs", Category.DRUM_PERC),
                    Map.entry("percussion", Category.DRUM_PERC),
                    Map.entry("drum", Category.DRUMS),
                    Map.entry("drums", Category.DRUMS),
                    Map.entry("bass", Category.BASS),
                    Map.entry("bassline", Category.BASS),
                    Map.entry("basslines", Category.BASS),
                    Map.entry("sub", Category.BASS),
                    Map.entry("reese", Category.BASS),
                    Map.entry("melody", Category.MELODY),
                    Map.entry("melodies", Category.MELODY),
                    Map.entry("lead", Category.MELODY),
                    Map.entry("leads", Category.MELODY),
                    Map.entry("arp", Category.MELODY),
                    Map.entry("arps", Category.MELODY),
                    Map.entry("arpeggio", Category.MELODY),
                    Map.entry("riff", Category.MELODY),
                    Map.entry("pluck", Category.MELODY),
                    Map.entry("chord", Category.CHORDS),
                    Map.entry("chords", Category.CHORDS),
                    Map.entry("pad", Category.CHORDS),
                    Map.entry("pads", Category.CHORDS),
                    Map.entry("stab", Category.CHORDS),
                    Map.entry("stabs", Category.CHORDS),
                    Map.entry("fx", Category.FX),
                    Map.entry("sfx", Category.FX),
                    Map.entry("riser", Category.FX),
                    Map.entry("sweep", Category.FX),
                    Map.entry("loop", Category.LOOPS),
                    Map.entry("loops", Category.LOOPS),
                    Map.entry("progression", Category.PROGRESSIONS),
                    Map.entry("progressions", Category.PROGRESSIONS),
                    Map.entry("prog", Category.PROGRESSIONS));

    /** A word that says less than any other beside it: a bass loop is a bass. */
    private static final Category WEAKEST = Category.LOOPS;

    private ShelfWords() {}

    /** A shelf, and the word that means it. */
    record Meant(Category category, String word) {}

    /** The shelf that the words of a text mean; the last counts, as in {@code drum bass lead}. */
    static Optional<Meant> in(String text) {
        Optional<Meant> meant = Optional.empty();
        for (Wording wording : TagDictionary.standard().wordings(text)) {
            Optional<Category> category = category(wording);
            boolean isWeak = category.equals(Optional.of(WEAKEST)) && meant.isPresent();
            if (category.isPresent() && !isWeak) {
                boolean isProgression =
                        category.get() == Category.CHORDS
                                && meant.map(Meant::category)
                                        .equals(Optional.of(Category.PROGRESSIONS));
                meant =
                        isProgression
                                ? meant
                                : category.map(
                                        each -> new Meant(each, String.join(" ", wording.words())));
            }
        }
        return meant;
    }

    private static Optional<Category> category(Wording wording) {
        if (wording.words().size() == 1) {
            return Optional.ofNullable(WORDS.get(wording.words().getFirst()));
        }
        return wording.terms().stream().flatMap(term -> ShelfTags.shelf(term).stream()).findFirst();
    }
}
