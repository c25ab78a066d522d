package crateworks.export.drive;

import crateworks.export.drive.DriveVerifier.Finding;
import crateworks.export.drive.DriveVerifier.Sums;
import java.util.Optional;
import java.util.function.Consumer;

/** Counts findings while they are told. */
final class FindingCounts {
    private final Consumer<Finding> sink;
    private long checked;
    private long torn;
    private long changed;
    private long missing;
    private long unreadable;
    private long foreign;
    private long leftovers;

    FindingCounts(Consumer<Finding> sink) {
        this.sink = sink;
    }

    void checked(Optional<Finding> finding) {
        checked++;
        finding.ifPresent(this::tell);
    }

    /** A file that the manifest does not name. */
    void other(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        tell(Leftovers.isTemporary(name) ? new Finding.Leftover(path) : new Finding.Foreign(path));
    }

    Sums sums(Optional<String> doubt) {
        long sound = checked - torn - changed - missing - unreadable;
        return new Sums(
                checked, sound, torn, changed, missing, unreadable, foreign, leftovers, doubt);
    }

    private void tell(Finding finding) {
        switch (finding) {
            case Finding.Torn _ -> torn++;
            case Finding.Changed _ -> changed++;
            case Finding.Missing _ -> missing++;
            case Finding.Unreadable _ -> unreadable++;
            case Finding.Foreign _ -> foreign++;
            case Finding.Leftover _ -> leftovers++;
        }
        sink.accept(finding);
    }
}
