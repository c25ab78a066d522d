package crateworks.music.analysis;

import crateworks.benchmarks.accuracy.Labels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A file that was played freely, with the beats that somebody told of; benchmarks/README.md has the
 * form of their tables.
 */
final class Performance {
    private static final double NEAR_SECONDS = 0.06;

    /** An onset is no further from a beat, or from a part of it, than this share of its length. */
    private static final double NEAR_SHARE = 0.15;

    final Labels.Row label;
    final OnsetNotes notes;

    /** As of {@link BeatEvidence}. */
    final float[] evidence;

    /** By kind of {@link BeatLikely} and onset: whether the onset is such a one. */
    final boolean[][] isThere;

    /** In seconds from the first onset. */
    private final double[] beats;

    private Performance(Labels.Row label, OnsetNotes notes, double[] beats) {
        this.label = label;
        this.notes = notes;
        this.beats = beats;
        evidence = BeatEvidence.of(notes);
        isThere = new boolean[BeatLikely.KINDS][notes.onsets.count];
    }

    static Performance of(Labels labels, Labels.Row label) throws IOException {
        Path file = labels.file(label.path());
        Heard heard = Heard.of(file);
        var map = heard.file().tempoMap();
        OnsetTimes onsets = OnsetTimes.of(heard.all(), map);
        OnsetNotes notes = OnsetNotes.of(onsets, heard.all(), map);
        double origin = map.microsAt(heard.all().onTick[0]) / 1e6;
        String beatsName = file.getFileName().toString().replaceFirst("[.]mid$", ".beats.csv");
        List<String> lines = Files.readAllLines(file.resolveSibling(beatsName));
        double[] beats = new double[lines.size()];
        for (int beat = 0; beat < beats.length; beat++) {
            beats[beat] = Double.parseDouble(lines.get(beat).split(",", -1)[0]) - origin;
        }
        Performance performance = new Performance(label, notes, beats);
        for (int beat = 0; beat < beats.length; beat++) {
            String[] words = lines.get(beat).split(",", -1);
            performance.mark(beat, Integer.parseInt(words[1]), words[2].equals("1"));
        }
        return performance;
    }

    private void mark(int beat, int parts, boolean isBar) {
        int next = Math.clamp(beat + 1, 1, beats.length - 1);
        double length = beats[next] - beats[next - 1];
        double near = Math.min(NEAR_SECONDS, NEAR_SHARE * length);
        mark(notes.onsets, isThere[BeatLikely.BEAT], beats[beat], near);
        if (isBar) {
            mark(notes.onsets, isThere[BeatLikely.BAR], beats[beat], near);
        }
        for (int part = 0; part < parts; part++) {
            double at = beats[beat] + length * part / parts;
            mark(notes.onsets, isThere[BeatLikely.PART], at, near / 2);
        }
    }

    private static void mark(OnsetTimes onsets, boolean[] isThere, double seconds, double near) {
        int place = Arrays.binarySearch(onsets.seconds, 0, onsets.count, (float) seconds);
        int after = place < 0 ? -place - 1 : place;
        int nearest = Math.min(after, onsets.count - 1);
        if (after > 0
                && seconds - onsets.seconds[after - 1]
                        < Math.abs(onsets.seconds[nearest] - seconds)) {
            nearest = after - 1;
        }
        if (Math.abs(onsets.seconds[nearest] - seconds) <= near) {
            isThere[nearest] = true;
        }
    }

    int onsets() {
        return notes.onsets.count;
    }

    /** Whether an onset lies where beats were told of. */
    boolean isTold(int onset) {
        float seconds = notes.onsets.seconds[onset];
        return seconds >= beats[0] - NEAR_SECONDS
                && seconds <= beats[beats.length - 1] + NEAR_SECONDS;
    }

    /** The median length between two moments, as its tempo counts it; 0 where none is told of. */
    double beatSeconds(double from, double to) {
        double[] lengths = new double[beats.length];
        int count = 0;
        for (int beat = 1; beat < beats.length; beat++) {
            double middle = (beats[beat] + beats[beat - 1]) / 2;
            if (middle >= from && middle <= to) {
                lengths[count++] = beats[beat] - beats[beat - 1];
            }
        }
        Arrays.sort(lengths, 0, count);
        double counted = Double.parseDouble(label.cell("counted"));
        return count == 0 ? 0 : lengths[count / 2] / counted;
    }

    String piece() {
        return label.cell("piece");
    }

    /** Pieces are in one of some folds, all performances of each together. */
    int fold(int folds) {
        return Math.floorMod(piece().hashCode() / 7, folds);
    }

    /** Whether the tempo of the whole is known, to be compared with. */
    boolean isExamined() {
        return !label.cell("bpm").isEmpty();
    }
}
