package crateworks.service.app;

import crateworks.adapters.host.Hosting;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** What is the same in the processes of all services; each adds only its {@link Hosting.Work}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServiceSettings.class)
public class ServiceWiring {
    @Bean
    HostLifecycle hostLifecycle(
            ServiceSettings settings,
            Hosting.Work work,
            @Value("${spring.application.name}") String service) {
        return new HostLifecycle(settings.host(service), work);
    }

    @Bean
    HealthIndicator workersHealthIndicator(HostLifecycle life) {
        return new WorkersHealth(life);
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
