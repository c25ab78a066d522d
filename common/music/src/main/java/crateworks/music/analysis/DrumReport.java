package crateworks.music.analysis;

import crateworks.music.analysis.DrumEstimate.Feel;
import crateworks.music.analysis.DrumEstimate.Pattern;
import crateworks.music.tags.Tag;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Puts together what there is to say about the drums of a file. */
final class DrumReport {
    private DrumReport() {}

    /** {@code drums} are the notes that {@code finder} takes for drums. */
    static DrumEstimate of(
            DrumFinder finder,
            Columns drums,
            BeatGrid grid,
            double bpm,
            double quartersPerBar,
            List<Tag> tags) {
        if (drums.isEmpty()) {
            return new DrumEstimate(
                    false,
                    finder.channels(),
                    Map.of(),
                    Pattern.NONE,
                    Feel.NONE,
                    OptionalDouble.empty(),
                    Set.of(),
                    finder.confidence(),
                    finder.source(),
                    finder.reason());
        }
        DrumFeel feel = DrumFeel.of(drums, grid, bpm, quartersPerBar);
        return new DrumEstimate(
                finder.isDrum(),
                finder.channels(),
                counts(drums),
                new DrumPattern(drums, grid, quartersPerBar).pattern(tags),
                feel.feel(),
                feel.swing(),
                DrumTechniques.of(drums, grid, bpm),
                finder.confidence(),
                finder.source(),
                finder.reason());
    }

    private static Map<DrumSound, Integer> counts(Columns drums) {
        int[] ofPitch = new int[128];
        for (int row = 0; row < drums.count; row++) {
            ofPitch[drums.pitch[row]]++;
        }
        Map<DrumSound, Integer> counts = new EnumMap<>(DrumSound.class);
        for (int pitch = 0; pitch < ofPitch.length; pitch++) {
            if (ofPitch[pitch] > 0) {
                counts.merge(DrumMap.sound(pitch), ofPitch[pitch], Integer::sum);
            }
        }
        return counts;
    }
}
