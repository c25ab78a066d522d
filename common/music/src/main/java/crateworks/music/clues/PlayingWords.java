package crateworks.music.clues;

import java.util.Set;

/** Words for what is played, and how, beside which a number in a title may be the tempo. */
final class PlayingWords {
    private static final Set<String> WORDS =
            Set.of(
                    "loop",
                    "groove",
                    "beat",
                    "beats",
                    "fill",
                    "break",
                    "riff",
                    "pattern",
                    "lick",
                    "bass",
                    "drum",
                    "drums",
                    "perc",
                    "percussion",
                    "kick",
                    "snare",
                    "hat",
                    "hats",
                    "lead",
                    "pad",
                    "arp",
                    "chords",
                    "chord",
                    "melody",
                    "keys",
                    "piano",
                    "guitar",
                    "bassline",
                    "breakbeat",
                    "funk",
                    "house",
                    "techno",
                    "trance",
                    "trap",
                    "jungle",
                    "disco",
                    "electro",
                    "garage",
                    "dub",
                    "dubstep",
                    "dnb",
                    "hiphop",
                    "edm",
                    "lofi",
                    "straight",
                    "swing",
                    "shuffle",
                    "halftime");

    /** What a number before it counts. */
    private static final Set<String> COUNTED =
            Set.of(
                    "bar",
                    "bars",
                    "measure",
                    "measures",
                    "step",
                    "steps",
                    "tick",
                    "ticks",
                    "note",
                    "notes",
                    "loops",
                    "grooves",
                    "beats",
                    "fills",
                    "patterns",
                    "riffs",
                    "licks",
                    "hits",
                    "songs",
                    "files",
                    "midis",
                    "presets",
                    "sounds",
                    "samples",
                    "days",
                    "years");

    private PlayingWords() {}

    static boolean contain(String word) {
        return WORDS.contains(word);
    }

    static boolean isCounted(String word) {
        return COUNTED.contains(word);
    }
}
