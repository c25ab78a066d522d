package crateworks.ingest.app;

import crateworks.adapters.host.Chore;
import crateworks.adapters.host.Hosting;
import crateworks.adapters.host.StageHost;
import crateworks.music.tags.TagDictionary;
import crateworks.service.app.ServiceSettings;
import crateworks.service.app.ServiceWiring;
import java.time.Duration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The process that hosts ingest, and leads runs over the folders it is configured with. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(IngestSettings.class)
@Import(ServiceWiring.class)
public class IngestService {
    private static final Duration TRY_EVERY = Duration.ofSeconds(5);

    public static void main(String[] args) {
        SpringApplication.run(IngestService.class, args);
    }

    @Bean
    Hosting.Work work(ServiceSettings settings, IngestSettings ingest) {
        return host -> {
            IngestWorkers.start(
                    host,
                    settings.workerCount(),
                    TagDictionary.standard().plus(settings.addedTagRules()));
            if (!ingest.folders().isEmpty()) {
                lead(host, settings, ingest);
            }
        };
    }

    private static void lead(StageHost host, ServiceSettings settings, IngestSettings ingest) {
        var runs = FolderRuns.of(host, ingest.order(settings), settings.state(), ingest.every());
        host.keep(Chore.start("runs", TRY_EVERY, runs::isDone));
    }
}
