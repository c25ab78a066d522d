package crateworks.benchmarks.corpus;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Names as collections have them: tempi, keys, genres, spaces, brackets, alphabets, shouting. */
final class MessyNames {
    private static final List<String> GENRES =
            List.of(
                    "Techno",
                    "House",
                    "Deep House",
                    "Trap",
                    "DnB",
                    "Lo-Fi",
                    "Hip Hop",
                    "Trance",
                    "Jazz",
                    "Funk",
                    "Ambient",
                    "Reggaeton",
                    "Synthwave",
                    "R&B");

    private static final List<String> INSTRUMENTS =
            List.of(
                    "Bass", "Lead", "Pad", "Chords", "Arp", "Piano", "Drums", "Hats", "Kick",
                    "Strings", "Organ", "Guitar", "Melody", "Perc", "Pluck");

    private static final List<String> KEYS =
            List.of(
                    "C", "Am", "F#m", "Ebmin", "G maj", "Bb", "C#m", "D minor", "Amaj", "F♯m", "8A",
                    "Gmin");

    private static final List<String> TITLES =
            List.of(
                    "Midnight Drive",
                    "Für Elise",
                    "Naïve Mélodie",
                    "Über Nacht",
                    "夜のドライブ",
                    "Ночной город",
                    "Señorita",
                    "Part_B",
                    "Take A Chance",
                    "99 Luftballons",
                    "Smørrebrød",
                    "Blue   Monday",
                    "L'amour",
                    "Untitled",
                    "Neon #2",
                    "좋은 날",
                    "in_C",
                    "TR-808");

    private static final List<String> VENDORS =
            List.of(
                    "Sample Barn",
                    "LOOPFACTORY",
                    "Old Disk",
                    "Ghostwave",
                    "Музыка",
                    "midi_world",
                    "Producer Pack",
                    "Downloads",
                    "KEYS & CO");

    private static final List<String> FOLDERS =
            List.of(
                    "Vol. 1",
                    "Vol_12",
                    "MIDI",
                    "midi files",
                    "New Folder (2)",
                    "Loops",
                    "_sorted",
                    "2023",
                    "Construction Kit",
                    "Bonus",
                    "Übungen",
                    "ループ");

    private final SplittableRandom random;

    MessyNames(SplittableRandom random) {
        this.random = random;
    }

    /** A name with an extension, for a file of this tempo. */
    String file(int microsPerQuarter) {
        long bpm = Math.round(60e6 / Math.max(1, microsPerQuarter));
        String stem =
                switch (random.nextInt(8)) {
                    case 0 -> bpm + "bpm_" + one(GENRES) + "_" + one(INSTRUMENTS);
                    case 1 -> "%03d_%d_%s".formatted(random.nextInt(1, 400), bpm, one(KEYS));
                    case 2 -> one(VENDORS) + " - " + one(TITLES) + " [" + one(KEYS) + "]";
                    case 3 -> one(TITLES);
                    case 4 -> one(INSTRUMENTS) + " " + random.nextInt(1, 100);
                    case 5 ->
                            one(GENRES) + "  " + one(INSTRUMENTS) + " " + bpm + " BPM " + one(KEYS);
                    case 6 -> one(TITLES).replace(' ', '_') + "-" + one(INSTRUMENTS) + " (1)";
                    default -> "%s_%s_%d".formatted(one(INSTRUMENTS), one(KEYS), bpm);
                };
        return shouted(stem) + extension();
    }

    String folder() {
        return switch (random.nextInt(4)) {
            case 0 -> one(VENDORS);
            case 1 -> one(VENDORS) + " " + one(GENRES) + " " + one(FOLDERS);
            case 2 -> one(FOLDERS);
            default -> one(GENRES) + " " + random.nextInt(70, 180) + "bpm";
        };
    }

    private String shouted(String stem) {
        return random.nextInt(10) == 0 ? stem.toUpperCase(Locale.ROOT) : stem;
    }

    private String extension() {
        int percent = random.nextInt(100);
        if (percent < 82) {
            return ".mid";
        }
        return percent < 92 ? ".MID" : percent < 96 ? ".midi" : percent < 98 ? ".Mid" : ".kar";
    }

    private String one(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
