package crateworks.sanitize.app;

import crateworks.adapters.host.Hosting;
import crateworks.service.app.ServiceSettings;
import crateworks.service.app.ServiceWiring;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The process that hosts sanitize. */
@SpringBootApplication(proxyBeanMethods = false)
@Import(ServiceWiring.class)
public class SanitizeService {
    public static void main(String[] args) {
        SpringApplication.run(SanitizeService.class, args);
    }

    @Bean
    Hosting.Work work(ServiceSettings settings) {
        return host -> SanitizeWorkers.start(host, settings.workerCount());
    }
}
