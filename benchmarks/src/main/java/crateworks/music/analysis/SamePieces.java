package crateworks.music.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which files are the same piece, whoever played it: by how often which pitch follows which. What
 * was learnt from one performance is not unseen in another.
 */
final class SamePieces {
    private static final int NOTES = 400;
    private static final double LIKENESS_MIN = 0.5;

    private SamePieces() {}

    /** For each file the place of the first one of its piece. */
    static int[] firsts(List<Columns> files) {
        List<Map<Integer, Integer>> pairs = files.stream().map(SamePieces::pairs).toList();
        int[] firsts = new int[files.size()];
        for (int file = 0; file < firsts.length; file++) {
            firsts[file] = file;
            for (int other = 0; other < file; other++) {
                if (likeness(pairs.get(file), pairs.get(other)) > LIKENESS_MIN) {
                    unite(firsts, file, other);
                }
            }
        }
        return firsts;
    }

    private static void unite(int[] firsts, int file, int other) {
        int one = Math.min(firsts[file], firsts[other]);
        int two = Math.max(firsts[file], firsts[other]);
        for (int at = 0; at <= file; at++) {
            firsts[at] = firsts[at] == two ? one : firsts[at];
        }
    }

    private static Map<Integer, Integer> pairs(Columns notes) {
        Map<Integer, Integer> pairs = new HashMap<>();
        for (int row = 1; row < Math.min(NOTES, notes.count); row++) {
            pairs.merge(notes.pitch[row - 1] << 7 | notes.pitch[row], 1, Integer::sum);
        }
        return pairs;
    }

    /** The cosine of the counts. */
    private static double likeness(Map<Integer, Integer> one, Map<Integer, Integer> other) {
        double product = 0;
        for (Map.Entry<Integer, Integer> pair : one.entrySet()) {
            product += pair.getValue() * other.getOrDefault(pair.getKey(), 0);
        }
        return product / Math.sqrt(squares(one) * squares(other));
    }

    private static double squares(Map<Integer, Integer> pairs) {
        return pairs.values().stream().mapToDouble(count -> count * count).sum();
    }
}
