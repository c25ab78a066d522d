package crateworks.benchmarks.accuracy;

import crateworks.music.analysis.DrumEstimate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether drums are found where they are labelled, and which; labels as in drums.csv. */
final class DrumScore {
    /** The channel that General MIDI gives to drums, as musicians count. */
    private static final Set<String> TENTH = Set.of("10");

    private DrumScore() {}

    /** 1 where a file is rightly called nothing but drums, or rightly not. */
    static double isDrum(Labels.Row row, DrumEstimate found) {
        return found.isDrum() == row.cell("is_drum").equals("1") ? 1 : 0;
    }

    /** 1 where exactly the right channels are taken for drums. */
    static double channels(Labels.Row row, DrumEstimate found) {
        return words(row, "drum_channels").equals(channels(found)) ? 1 : 0;
    }

    /** The same for whoever takes the tenth channel for drums, and nothing else. */
    static double tenthChannel(Labels.Row row, Set<Integer> channelsPlayed) {
        Set<String> drums = channelsPlayed.contains(9) ? TENTH : Set.of();
        return words(row, "drum_channels").equals(drums) ? 1 : 0;
    }

    /** Precision and recall of the classes that are played, as F1. */
    static double classes(Labels.Row row, DrumEstimate found) {
        Set<String> expected = words(row, "classes");
        Set<String> heard =
                found.classes().stream()
                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        Set<String> right = new HashSet<>(heard);
        right.retainAll(expected);
        return 2.0 * right.size() / (expected.size() + heard.size());
    }

    private static Set<String> channels(DrumEstimate found) {
        return found.channels().stream()
                .map(channel -> String.valueOf(channel + 1))
                .collect(Collectors.toSet());
    }

    private static Set<String> words(Labels.Row row, String column) {
        List<String> words = Arrays.asList(row.cell(column).split("\\|"));
        return words.stream().filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }
}
