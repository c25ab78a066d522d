package crateworks.export.made;

import crateworks.music.mpc.MpcNames;
import crateworks.music.mpc.Wav;
import crateworks.pipeline.Bytes;
import crateworks.pipeline.port.Outage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The samples of a user's own for a kit: WAV files of a folder, by what their names say. The first
 * of several names for a note counts, in the order of names; others are left out.
 */
final class KitSamples {
    private static final int FILES_MAX = 10_000;
    private static final long BYTES_MAX = 32 << 20;

    /** What names say, and which notes of General MIDI then play the sample; first match counts. */
    private static final Map<Pattern, List<Integer>> NOTES = notes();

    private KitSamples() {}

    static List<KitSound> read(Path folder) throws Outage {
        var byNote = new LinkedHashMap<Integer, KitSound>();
        var names = new HashSet<String>();
        for (Path file : files(folder)) {
            String stem = stem(file);
            String name = MpcNames.plain(stem);
            Optional<List<Integer>> notes = notes(stem);
            boolean isNew =
                    notes.isPresent()
                            && !name.isEmpty()
                            && notes.get().stream().anyMatch(note -> !byNote.containsKey(note));
            if (isNew && isUsable(file) && names.add(name.toLowerCase(Locale.ROOT))) {
                for (int note : notes.get()) {
                    byNote.putIfAbsent(note, new KitSound(note, name, () -> bytes(file)));
                }
            }
        }
        return List.copyOf(byNote.values());
    }

    private static Optional<List<Integer>> notes(String stem) {
        return NOTES.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(stem).find())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static List<Path> files(Path folder) throws Outage {
        try (Stream<Path> all = Files.walk(folder, 4)) {
            return new ArrayList<>(
                    all.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".wav"))
                            .filter(Files::isRegularFile)
                            .limit(FILES_MAX)
                            .sorted()
                            .toList());
        } catch (IOException | UncheckedIOException failure) {
            throw new Outage("the samples", folder + " cannot be read: " + failure, failure);
        }
    }

    private static boolean isUsable(Path file) {
        try {
            return Files.size(file) <= BYTES_MAX
                    && Wav.frames(Files.readAllBytes(file)).orElse(0) > 0;
        } catch (IOException failure) {
            return false;
        }
    }

    private static Bytes bytes(Path file) {
        try {
            return Bytes.of(Files.readAllBytes(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ".wav".length());
    }

    private static Map<Pattern, List<Integer>> notes() {
        var notes = new LinkedHashMap<Pattern, List<Integer>>();
        notes.put(says("(open|oh).*(hat|hh)|(hat|hh).*(open|oh)|ohh?"), List.of(46));
        notes.put(says("pedal.*(hat|hh)|(hat|hh).*pedal"), List.of(44));
        notes.put(says("hats?|hihats?|hh|chh?|closed"), List.of(42, 44));
        notes.put(says("rim|rimshot|sidestick"), List.of(37));
        notes.put(says("snares?|sn|sd"), List.of(38, 40));
        notes.put(says("claps?|snaps?"), List.of(39));
        notes.put(says("kicks?|bassdrum|bd|808"), List.of(36, 35));
        notes.put(says("toms?.*(low|floor)|(low|floor).*toms?"), List.of(41, 43));
        notes.put(says("toms?.*(high|hi)|(high|hi).*toms?"), List.of(48, 50));
        notes.put(says("toms?"), List.of(45, 47, 41, 43, 48, 50));
        notes.put(says("rides?"), List.of(51, 59, 53));
        notes.put(says("splash"), List.of(55));
        notes.put(says("china"), List.of(52));
        notes.put(says("crash|crashes|cymbals?"), List.of(49, 57));
        notes.put(says("tamb|tambourine"), List.of(54));
        notes.put(says("cowbell"), List.of(56));
        notes.put(says("shakers?|maracas?"), List.of(70, 69));
        notes.put(says("congas?"), List.of(63, 64, 62));
        notes.put(says("bongos?"), List.of(60, 61));
        notes.put(says("claves?"), List.of(75));
        notes.put(says("blocks?|woodblock"), List.of(76, 77));
        notes.put(says("triangle"), List.of(81, 80));
        return notes;
    }

    /** Whole words only, parted by whatever is no letter; a digit parts too. */
    private static Pattern says(String words) {
        return Pattern.compile("(?i)(?<![a-z])(" + words + ")(?![a-z])", Pattern.CASE_INSENSITIVE);
    }
}
