package crateworks.benchmarks.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The name of the code that is measured. */
public final class Commit {
    private Commit() {}

    /** Twelve digits, with {@code -changed} where files differ from it; or {@code unknown}. */
    public static String of(Path home) throws IOException, InterruptedException {
        String id = git(home, "rev-parse", "--short=12", "HEAD");
        if (id.isEmpty()) {
            return "unknown";
        }
        boolean isChanged = !git(home, "status", "--porcelain", "-uno").isEmpty();
        return isChanged ? id + "-changed" : id;
    }

    private static String git(Path home, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git", "-C", home.toString()));
        command.addAll(List.of(words));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? output.strip() : "";
    }
}
