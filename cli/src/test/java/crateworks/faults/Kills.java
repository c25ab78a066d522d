package crateworks.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Ends services at moments of a batch, and at moments of chance. */
final class Kills {
    private static final int STEPS_AWAITED_MAX = 3;
    private static final List<Step> STEPS = List.of(Step.values());
    private static final Duration DRAINED_WITHIN = Duration.ofSeconds(75);

    private final FaultTable table;
    private final Random random;

    Kills(FaultTable table, Random random) {
        this.table = table;
        this.random = random;
    }

    /** Kills every service once when it comes to {@code step}; those that never do live on. */
    Scene.Harm each(Step step) {
        return scene -> {
            Map<Service, AtomicInteger> kills = new LinkedHashMap<>();
            for (Service service : scene.services()) {
                kills.put(service, service.killAt(step, 1 + random.nextInt(STEPS_AWAITED_MAX)));
            }
            counting("F1 kill -9 of a service " + step.sentence(), kills, scene);
        };
    }

    /** Kills so many services once, each at a step of chance, and waits for none of them. */
    Scene.Harm someSomewhere(int count) {
        return scene -> {
            List<Service> services = new ArrayList<>(scene.services());
            Collections.shuffle(services, random);
            for (Service service : services.subList(0, count)) {
                Step step = STEPS.get(random.nextInt(STEPS.size()));
                AtomicInteger kills = service.killAt(step, 1);
                scene.later(
                        () ->
                                table.inject(
                                        "F1 kill -9 of " + service.name() + " " + step.sentence(),
                                        kills.get()));
            }
        };
    }

    /** Kills every service once at a point of chance. */
    Scene.Harm eachAtAnyPoint(int piecesMax) {
        return scene -> {
            Map<Service, AtomicInteger> kills = new LinkedHashMap<>();
            for (Service service : scene.services()) {
                kills.put(service, service.killAfter(random.nextInt(piecesMax)));
            }
            counting("F1 kill -9 of a service at a random point", kills, scene);
        };
    }

    /** Kills all services together at a point of chance of one of them. */
    Scene.Harm allAtAnyPoint(int piecesMax) {
        return scene -> {
            List<Service> services = new ArrayList<>(scene.services());
            Service clock = services.get(random.nextInt(services.size()));
            AtomicInteger killed = clock.killAfter(random.nextInt(piecesMax));
            if (scene.awaits(() -> killed.get() > 0)) {
                services.forEach(Service::kill);
                table.inject("F2 kill -9 of all services at once", 1);
            }
        };
    }

    /** Asks all services to end, one after the other, and has them started again. */
    Scene.Harm terminated() {
        return scene -> {
            for (Service service : scene.services()) {
                scene.whileWorking(random);
                if (!service.terminate(DRAINED_WITHIN)) {
                    throw new AssertionError(service.name() + " does not end: " + service.log());
                }
                service.start();
            }
            table.inject("F3 SIGTERM of a service at work", scene.services().size());
        };
    }

    private void counting(String fault, Map<Service, AtomicInteger> kills, Scene scene)
            throws Exception {
        scene.awaits(() -> kills.values().stream().allMatch(each -> each.get() > 0));
        long done = kills.values().stream().filter(each -> each.get() > 0).count();
        table.inject(fault, done);
    }
}
