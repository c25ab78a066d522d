package crateworks.music.analysis;

import crateworks.music.time.TempoMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which chords sound, and when. */
final class ChordFinder {
    /**
     * Fewer pitch classes a beat than this on average are a single line, which only hints at
     * chords.
     */
    private static final double CLASSES_PER_BEAT_MIN = 1.7;

    private static final double SINGLE_LINE_DOUBT = 0.4;

    private static final int SAMPLED_BEATS = 32;

    private final Chroma chroma;
    private final int[] path;
    private final double probability;
    private final boolean isLine;

    private ChordFinder(Chroma chroma, int[] path, double probability, boolean isLine) {
        this.chroma = chroma;
        this.path = path;
        this.probability = probability;
        this.isLine = isLine;
    }

    static ChordFinder of(Chroma chroma) {
        ChordScores scores = new ChordScores(chroma);
        int[] path = ChordPath.of(scores, chroma);
        return new ChordFinder(chroma, path, meanProbability(scores, path), false);
    }

    /** Of a part with a single voice: it has no chords of its own. */
    static ChordFinder ofLine(Chroma chroma) {
        return new ChordFinder(chroma, new int[0], 0, true);
    }

    /** The chord of each beat, or {@link ChordPath#SILENT}. */
    int[] path() {
        return path;
    }

    Harmony harmony(BeatGrid grid, TempoMap tempoMap, int lastTick, Optional<Tonality> key) {
        if (isLine && chroma.beatCount > 0) {
            return Harmony.none("a single voice; the file it is from has the chords");
        }
        List<ChordSpan> spans = spans(grid, tempoMap, lastTick);
        if (spans.isEmpty()) {
            return Harmony.none("no pitched notes");
        }
        List<Chord> chords = new ArrayList<>(spans.size());
        for (ChordSpan span : spans) {
            chords.add(span.chord());
        }
        List<Chord> round = Progression.round(chords);
        List<String> romans =
                key.map(tonality -> Progression.romans(round, tonality)).orElse(List.of());
        double classes = classesPerBeat();
        boolean isHint = classes < CLASSES_PER_BEAT_MIN;
        double confidence = probability * (isHint ? SINGLE_LINE_DOUBT : 1);
        return new Harmony(
                spans,
                Progression.signature(round),
                romans,
                Progression.complexity(chords, chroma.beatCount),
                Checks.rounded(confidence),
                Source.NOTES,
                spans.size()
                        + " chords in "
                        + chroma.beatCount
                        + " beats"
                        + (isHint ? ", hinted at by a single line" : ""));
    }

    private List<ChordSpan> spans(BeatGrid grid, TempoMap tempoMap, int lastTick) {
        List<ChordSpan> spans = new ArrayList<>();
        int from = 0;
        while (from < path.length && spans.size() < Harmony.SPANS_MAX) {
            int to = from + 1;
            while (to < path.length && path[to] == path[from]) {
                to++;
            }
            int onTick = tick(grid, from);
            int offTick = Math.min(tick(grid, to), Math.max(lastTick, onTick + 1));
            if (path[from] != ChordPath.SILENT && offTick > onTick) {
                spans.add(
                        new ChordSpan(
                                onTick,
                                offTick,
                                tempoMap.microsAt(onTick) / 1e6,
                                tempoMap.microsAt(offTick) / 1e6,
                                ChordNaming.of(path[from], chroma, from, to)));
            }
            from = to;
        }
        return spans;
    }

    private int tick(BeatGrid grid, int row) {
        double tick = Math.rint(grid.tickAt(chroma.firstBeat + (double) row));
        return (int) Math.clamp(tick, 0, Integer.MAX_VALUE - 1.0);
    }

    /** Over some beats, evenly spread: all would tell no more and cost more than finding them. */
    private static double meanProbability(ChordScores scores, int[] path) {
        double sum = 0;
        int sounding = 0;
        int step = Math.max(1, path.length / SAMPLED_BEATS);
        for (int beat = 0; beat < path.length; beat += step) {
            if (path[beat] != ChordPath.SILENT) {
                sum += ChordScores.probability(scores.of(beat), path[beat]);
                sounding++;
            }
        }
        return sounding == 0 ? 0 : sum / sounding;
    }

    private double classesPerBeat() {
        int classes = 0;
        int sounding = 0;
        for (int beat = 0; beat < path.length; beat++) {
            sounding += path[beat] == ChordPath.SILENT ? 0 : 1;
            for (int at = beat * 12; at < beat * 12 + 12; at++) {
                classes += chroma.shares[at] > 0.05f ? 1 : 0;
            }
        }
        return sounding == 0 ? 0 : (double) classes / sounding;
    }
}
