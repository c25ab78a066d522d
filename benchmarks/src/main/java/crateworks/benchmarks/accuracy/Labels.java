package crateworks.benchmarks.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A folder of MIDI files with tables that say what is in them; benchmarks/README.md has the
 * columns.
 */
public record Labels(Path folder) {
    private static final String PITCH_LETTERS = "C D EF G A B";

    /** One line of a table, by the names of its columns. */
    public record Row(Map<String, String> cells) {
        public String path() {
            return cell("path");
        }

        /** The collection that the file is from. */
        public String subset() {
            return cell("subset");
        }

        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }

        /** The name of the file, which begins with ten digits of its hash. */
        public String fileName() {
            return path().substring(path().lastIndexOf('/') + 1);
        }

        /** Whether the last of the ten digits is even: this half is learnt from. */
        public boolean isEven() {
            return Character.digit(fileName().charAt(9), 16) % 2 == 0;
        }
    }

    /** The lines of a table; none where the folder has no such table. */
    public List<Row> table(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return List.of();
        }
        List<String> lines = Files.readAllLines(file);
        List<String> columns = List.of(lines.getFirst().split(",", -1));
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split(",", -1);
            Map<String, String> cells = new TreeMap<>();
            for (int column = 0; column < Math.min(words.length, columns.size()); column++) {
                cells.put(columns.get(column), words[column]);
            }
            rows.add(new Row(cells));
        }
        return rows;
    }

    /** The place of a labelled file: paths begin with the name of this folder. */
    public Path file(String path) {
        return folder.resolveSibling(path);
    }

    /** A key as a number: the pitch class of its tonic, and 12 more in minor. */
    public static int key(Row row) {
        return pitchClass(row.cell("tonic")) + (row.cell("mode").equals("minor") ? 12 : 0);
    }

    /** The pitch class of a name: a letter with sharps or flats. */
    public static int pitchClass(String name) {
        int pitchClass = PITCH_LETTERS.indexOf(name.charAt(0));
        for (char sign : name.substring(1).toCharArray()) {
            pitchClass += sign == '#' ? 1 : -1;
        }
        return Math.floorMod(pitchClass, 12);
    }
}
