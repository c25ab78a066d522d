package crateworks.pipeline.session;

import crateworks.pipeline.StageName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a user asked a run to do. Two commands with equal orders are the same run: the second one
 * goes on where the first was stopped.
 *
 * @param sources absolute folders, or one of the other sources in {@link
 *     crateworks.pipeline.message.Origin}
 * @param stages in the order of the flow, from ingest on without gaps but for rename
 * @param drive the absolute folder to export to
 * @param driveFormat {@code mpc-one}, {@code akai-force} or {@code both}
 * @param template of new names, when renaming
 * @param limit the most files to look at
 * @param forced the stage from which unchanged files are done again
 * @param wishes what is wanted of the drive
 */
public record Order(
        List<String> sources,
        List<StageName> stages,
        Optional<String> drive,
        String driveFormat,
        Optional<String> template,
        OptionalLong limit,
        Optional<StageName> forced,
        DriveWishes wishes) {
    public Order {
        sources = List.copyOf(sources);
        stages = List.copyOf(stages);
        // Orders that were stored before there were wishes have none.
        wishes = Objects.requireNonNullElse(wishes, DriveWishes.DEFAULT);
    }

    /** Whether files go on to a drive after their analysis. */
    public boolean exports() {
        return drive.isPresent() && stages.contains(StageName.EXPORT);
    }
}
