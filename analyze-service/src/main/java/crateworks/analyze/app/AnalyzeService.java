package crateworks.analyze.app;

import crateworks.adapters.host.Hosting;
import crateworks.service.app.ServiceSettings;
import crateworks.service.app.ServiceWiring;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The process that hosts analyze. */
@SpringBootApplication(proxyBeanMethods = false)
@Import(ServiceWiring.class)
public class AnalyzeService {
    public static void main(String[] args) {
        SpringApplication.run(AnalyzeService.class, args);
    }

    @Bean
    Hosting.Work work(ServiceSettings settings) {
        return host -> AnalyzeWorkers.start(host, settings.workerCount());
    }
}
