package crateworks.service.app;

import crateworks.adapters.host.Hosting;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What is the same in the processes of all services; each adds only its {@link Hosting.Work}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServiceSettings.class)
public class ServiceWiring {
    @Bean
    HostLifecycle hostLifecycle(
            ServiceSettings settings,
            Hosting.Work work,
            Monitoring monitoring,
            @Value("${spring.application.name}") String service) {
        return new HostLifecycle(
                settings.host(service),
                host -> {
                    work.start(host);
                    monitoring.begin(host, settings);
                },
                monitoring.measures());
    }

    @Bean
    Monitoring monitoring(MeterRegistry registry, ServiceSettings settings) {
        return new Monitoring(registry, settings.stallAfter());
    }

    @Bean
    HealthIndicator stallHealthIndicator(Monitoring monitoring) {
        return new StallHealth(monitoring);
    }

    @Bean
    WebMvcConfigurer healthPaths() {
        return new HealthPaths();
    }

    @Bean
    HealthIndicator workersHealthIndicator(HostLifecycle life, Monitoring monitoring) {
        return new WorkersHealth(life, monitoring);
    }

    @Bean
    HealthIndicator databaseHealthIndicator(HostLifecycle life) {
        return new PartHealth(life, host -> host.postgres().check());
    }

    @Bean
    HealthIndicator storeHealthIndicator(HostLifecycle life) {
        return new PartHealth(life, host -> host.store().check());
    }

    @Bean
    HealthIndicator brokerHealthIndicator(KafkaAdmin admin, ServiceSettings settings) {
        return new BrokerHealth(admin, settings.route());
    }
}
