package crateworks.cli;

import crateworks.pipeline.port.Lookup;
import crateworks.pipeline.port.Outage;
import java.util.List;

/** How users name files of the library: by number, or by the path where they were found. */
final class FileReference {
    private static final int DIGITS_MAX = 18;
    private static final int FILES_MAX = 1_000;

    private FileReference() {}

    static boolean isNumber(String reference) {
        return !reference.isEmpty()
                && reference.length() <= DIGITS_MAX
                && reference.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The files that {@code reference} means, at least one; else a {@link Usage} says so. */
    static List<Long> resolve(Lookup lookup, String reference) throws Outage {
        List<Long> found =
                isNumber(reference)
                        ? List.of(Long.parseLong(reference))
                        : lookup.at(reference, FILES_MAX);
        if (found.isEmpty()) {
            throw new Usage(
                    ExitCode.NO_INPUT,
                    "No file of the library was found at "
                            + Terminal.printable(reference)
                            + "; `crateworks catalog` lists them.");
        }
        return found;
    }
}
