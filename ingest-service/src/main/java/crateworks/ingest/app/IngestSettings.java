package crateworks.ingest.app;

import crateworks.music.naming.NameTemplate;
import crateworks.pipeline.message.Origin;
import crateworks.pipeline.session.DriveShape;
import crateworks.pipeline.session.DriveWishes;
import crateworks.pipeline.session.Order;
import crateworks.pipeline.session.Selection;
import crateworks.service.app.ServiceSettings;
import crateworks.service.app.Unfit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the environment tells ingest-service alone.
 *
 * @param sources absolute folders with commas between; no runs are led here when blank
 * @param every how long after a run the next one looks for new files; zero for one run at start
 * @param inboxEvery how often the inbox is looked into; zero for never
 * @param inboxFolder a folder that is emptied into the inbox; none when blank
 * @param renameTemplate of new names, when renaming; the standard one when blank
 * @param driveFormat {@code mpc-one}, {@code akai-force} or {@code both}
 */
@ConfigurationProperties("ingest")
record IngestSettings(
        String sources,
        Duration every,
        Duration inboxEvery,
        String inboxFolder,
        String renameTemplate,
        String driveFormat) {
    private static final List<String> DRIVE_FORMATS = List.of("mpc-one", "akai-force", "both");

    IngestSettings {
        if (every.isNegative()) {
            throw new Unfit("INGEST_EVERY is a time such as 10m, not " + every);
        }
        if (inboxEvery.isNegative()) {
            throw new Unfit("INBOX_EVERY is a time such as 10s, not " + inboxEvery);
        }
        if (!inboxFolder.isBlank() && !Path.of(inboxFolder).isAbsolute()) {
            throw new Unfit("INBOX_FOLDER is an absolute folder, not " + inboxFolder);
        }
        if (!DRIVE_FORMATS.contains(driveFormat)) {
            throw new Unfit("MPC_FORMAT is one of " + String.join(", ", DRIVE_FORMATS));
        }
    }

    /** The folders to take in. */
    List<Path> folders() {
        List<Path> folders =
                Arrays.stream(sources.split(",", -1))
                        .map(String::strip)
                        .filter(source -> !source.isEmpty())
                        .map(Path::of)
                        .toList();
        for (Path folder : folders) {
            if (!folder.isAbsolute()) {
                throw new Unfit("INGEST_SOURCES takes absolute folders, not " + folder);
            }
        }
        return folders;
    }

    boolean watchesInbox() {
        return !inboxEvery.isZero();
    }

    Optional<Path> mailFolder() {
        return inboxFolder.isBlank() ? Optional.empty() : Optional.of(Path.of(inboxFolder));
    }

    /** What runs over the folders are asked to do. */
    Order folderOrder(ServiceSettings settings) {
        return order(folders().stream().map(Path::toString).distinct().toList(), settings);
    }

    /** What runs over the inbox are asked to do. */
    Order inboxOrder(ServiceSettings settings) {
        return order(List.of(Origin.INBOX), settings);
    }

    private Order order(List<String> from, ServiceSettings settings) {
        return new Order(
                from,
                settings.route().stages(),
                settings.drive().map(Path::toString),
                driveFormat,
                settings.renameEnabled() ? Optional.of(template()) : Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                new DriveWishes(false, Selection.STANDARD, DriveShape.STANDARD));
    }

    private String template() {
        try {
            return renameTemplate.isBlank()
                    ? NameTemplate.STANDARD.toString()
                    : NameTemplate.of(renameTemplate).toString();
        } catch (IllegalArgumentException e) {
            throw new Unfit("RENAME_TEMPLATE: " + e.getMessage(), e);
        }
    }
}
