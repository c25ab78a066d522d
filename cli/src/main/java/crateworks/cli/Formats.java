package crateworks.cli;

import java.util.List;

/** The formats that a report can have. */
final class Formats {
    private Formats() {}

    static void check(String format, String... known) {
        if (!List.of(known).contains(format)) {
            throw new Usage(ExitCode.USAGE, "--format is one of " + String.join(", ", known) + ".");
        }
    }
}
