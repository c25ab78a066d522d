package crateworks.export.app;

import crateworks.adapters.host.Chore;
import crateworks.adapters.host.Hosting;
import crateworks.adapters.host.StageHost;
import crateworks.pipeline.StageName;
import crateworks.service.app.ServiceSettings;
import crateworks.service.app.ServiceWiring;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The process that hosts rename and export, each where it is configured, and plans the drive. */
@SpringBootApplication(proxyBeanMethods = false)
@Import(ServiceWiring.class)
public class ExportService {
    private static final Logger LOG = LoggerFactory.getLogger(ExportService.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    public static void main(String[] args) {
        SpringApplication.run(ExportService.class, args);
    }

    @Bean
    Hosting.Work work(ServiceSettings settings) {
        return host -> {
            if (settings.renameEnabled()) {
                RenameWorkers.start(host, settings.workerCount());
            }
            settings.drive().ifPresent(drive -> export(host, settings, drive));
            if (!host.settings().route().stages().contains(StageName.RENAME)
                    && settings.drive().isEmpty()) {
                LOG.info("nothing to do: neither RENAME_ENABLED nor MPC_DRIVE is set");
            }
        };
    }

    private static void export(StageHost host, ServiceSettings settings, Path drive) {
        ExportWorkers.start(host, settings.workerCount());
        var runs = DriveRuns.of(host, settings.state(), drive);
        host.keep(Chore.start("drive", LOOK_EVERY, runs::isDone));
    }
}
