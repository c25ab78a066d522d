package crateworks.split.app;

import crateworks.adapters.host.Hosting;
import crateworks.music.tags.TagDictionary;
import crateworks.service.app.ServiceSettings;
import crateworks.service.app.ServiceWiring;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The process that hosts split. */
@SpringBootApplication(proxyBeanMethods = false)
@Import(ServiceWiring.class)
public class SplitService {
    public static void main(String[] args) {
        SpringApplication.run(SplitService.class, args);
    }

    @Bean
    Hosting.Work work(ServiceSettings settings) {
        return host ->
                SplitWorkers.start(
                        host,
                        settings.workerCount(),
                        TagDictionary.standard().plus(settings.addedTagRules()));
    }
}
