package crateworks.music.tags;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The terms of the 128 programs of General MIDI, from a resource. */
final class ProgramTerms {
    private static final List<String> TERMS = read();

    private ProgramTerms() {}

    /** The term of a program, numbered from 0; none for other numbers. */
    static Optional<String> of(int program) {
        return program >= 0 && program < TERMS.size()
                ? Optional.of(TERMS.get(program))
                : Optional.empty();
    }

    private static List<String> read() {
        InputStream text = ProgramTerms.class.getResourceAsStream("gm-programs.txt");
        Objects.requireNonNull(text, "gm-programs.txt is not in the jar");
        try (var lines = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.substring(line.indexOf('=') + 1).strip())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
