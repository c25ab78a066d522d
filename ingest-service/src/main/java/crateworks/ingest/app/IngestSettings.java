package crateworks.ingest.app;

import crateworks.music.naming.NameTemplate;
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
 * @param renameTemplate of new names, when renaming; the standard one when blank
 * @param driveFormat {@code mpc-one}, {@code akai-force} or {@code both}
 */
@ConfigurationProperties("ingest")
record IngestSettings(String sources, Duration every, String renameTemplate, String driveFormat) {
    private static final List<String> DRIVE_FORMATS = List.of("mpc-one", "akai-force", "both");

    IngestSettings {
        if (every.isNegative()) {
            throw new Unfit("INGEST_EVERY is a time such as 10m, not " + every);
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

    /** What runs over the folders are asked to do. */
    Order order(ServiceSettings settings) {
        return new Order(
                folders().stream().map(Path::toString).distinct().toList(),
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
