package crateworks.music.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers learnt from labelled files, kept as text beside the classes.
 *
 * <p>A line is a name and its numbers, separated by blanks; {@code #} starts a comment. See
 * docs/rationale/learnt-weights.md.
 */
final class Weights {
    private final List<float[]> rows = new ArrayList<>();

    private Weights() {}

    static Weights read(String resource, int rowsExpected, int columnsExpected) {
        Weights weights = new Weights();
        try (InputStream stream = Weights.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> weights.rows.add(numbers(line, columnsExpected)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (weights.rows.size() != rowsExpected) {
            throw new IllegalStateException(resource + " has " + weights.rows.size() + " rows");
        }
        return weights;
    }

    private static float[] numbers(String line, int columnsExpected) {
        List<String> words = List.of(line.split(" ", -1));
        if (words.size() != columnsExpected + 1) {
            throw new IllegalStateException("numbers missing: " + line);
        }
        float[] numbers = new float[columnsExpected];
        for (int column = 0; column < columnsExpected; column++) {
            numbers[column] = Float.parseFloat(words.get(column + 1));
        }
        return numbers;
    }

    float at(int row, int column) {
        return rows.get(row)[column];
    }
}
