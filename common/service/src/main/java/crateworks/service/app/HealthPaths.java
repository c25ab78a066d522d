package crateworks.service.app;

import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Health under short names: {@code /health}, {@code /health/live} and {@code /health/ready}. */
final class HealthPaths implements WebMvcConfigurer {
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/health").setViewName("forward:/actuator/health");
        registry.addViewController("/health/live").setViewName("forward:/actuator/health/liveness");
        registry.addViewController("/health/ready")
                .setViewName("forward:/actuator/health/readiness");
    }
}
