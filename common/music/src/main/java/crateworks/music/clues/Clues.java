package crateworks.music.clues;

import crateworks.music.naming.MusicExtensions;
import java.util.List;
import java.util.Optional;

/**
 * What the path of a file tells of its music.
 *
 * <p>An explicit statement ({@code 128bpm}, {@code Amin}) beats a guess; of equals the innermost
 * segment wins, then the one that stands first.
 *
 * @param bpm quarter notes a minute, from 40 to 250
 * @param bars length in bars, from 1 to 999
 */
public record Clues(
        Optional<Clue<Double>> bpm,
        Optional<Clue<NamedKey>> key,
        Optional<Clue<NamedMeter>> meter,
        Optional<Clue<Integer>> bars) {

    /** How many segments are read, counted from the file outwards. */
    public static final int SEGMENTS_MAX = 32;

    /** What a folder says is true of most files in it, not of all. */
    private static final double FOLDER_TRUST = 0.8;

    /**
     * Reads folders and file name, outermost folder first; the members of an archive have the
     * archive's path before their own.
     */
    public static Clues of(List<String> pathSegments) {
        var bpm = new Best<Double>();
        var key = new Best<NamedKey>();
        var meter = new Best<NamedMeter>();
        var bars = new Best<Integer>();
        int file = pathSegments.size() - 1;
        var outer = new Pieces("");
        for (int segment = Math.max(0, file - SEGMENTS_MAX + 1); segment <= file; segment++) {
            boolean isFile = segment == file;
            String text = pathSegments.get(segment);
            var pieces = new Pieces(isFile ? MusicExtensions.strip(text) : text);
            double trust = isFile ? 1 : FOLDER_TRUST;
            List<Finding<NamedKey>> keys = KeyClues.in(pieces);
            key.offer(keys, pieces, segment, trust);
            bpm.offer(TempoClues.in(pieces, keys, outer, isFile), pieces, segment, trust);
            meter.offer(MeterClues.in(pieces), pieces, segment, trust);
            bars.offer(BarClues.in(pieces), pieces, segment, trust);
            outer = pieces;
        }
        return new Clues(bpm.clue(), key.clue(), meter.clue(), bars.clue());
    }
}
