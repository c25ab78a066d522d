package crateworks.faults;

import crateworks.distributed.ServiceProcess;
import crateworks.infra.data.PortUse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** One service, with a wire of its own to each server. */
final class Service implements AutoCloseable {
    private final String name;
    private final Path folder;
    private final Map<String, String> environment;
    private final Wire broker;
    private final Wire database;
    private final Wire store;
    private final AtomicLong pieces = new AtomicLong();
    private final List<ServiceProcess> running = new ArrayList<>(1);
    private volatile boolean killedOnPurpose;
    private volatile boolean retired;
    private int starts;

    Service(String name, Servers servers, Map<String, String> environment, Path folder)
            throws IOException {
        this.name = name;
        this.folder = folder;
        this.broker = new Wire(() -> servers.port(PortUse.BROKER), BrokerTongue::new);
        this.database =
                new Wire(() -> servers.port(PortUse.DATABASE), (_, _) -> new Tongue.Database());
        this.store = new Wire(() -> servers.port(PortUse.STORE), (_, _) -> new Tongue.Store());
        this.environment = new HashMap<>(environment);
        this.environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + broker.port());
        this.environment.put(
                "POSTGRES_URL", "jdbc:postgresql://127.0.0.1:" + database.port() + "/crateworks");
        this.environment.put("S3_ENDPOINT", "http://127.0.0.1:" + store.port());
        heed(_ -> {});
    }

    String name() {
        return name;
    }

    Wire broker() {
        return broker;
    }

    Wire database() {
        return database;
    }

    Wire store() {
        return store;
    }

    List<Wire> wires() {
        return List.of(broker, database, store);
    }

    /** Starts the process, in place of one that ended. */
    synchronized void start() throws IOException {
        running.clear();
        killedOnPurpose = false;
        retired = false;
        starts++;
        running.add(ServiceProcess.start(name, environment, folder));
    }

    int starts() {
        return starts;
    }

    boolean isAlive() {
        return running.stream().anyMatch(ServiceProcess::isAlive);
    }

    /** Whether the last end was meant. */
    boolean wasKilledOnPurpose() {
        return killedOnPurpose;
    }

    /** Ends the process, and has it away until it is started by name. */
    void retire() {
        retired = true;
        kill();
    }

    boolean isRetired() {
        return retired;
    }

    /** Ends the process at once. */
    void kill() {
        killedOnPurpose = true;
        running.forEach(ServiceProcess::kill);
    }

    /** Sends the process a signal such as {@code STOP}. */
    void signal(String signal) throws IOException, InterruptedException {
        for (ServiceProcess process : running) {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        }
    }

    /** Asks the process to end, and says whether it did so in time. */
    boolean terminate(java.time.Duration within) throws InterruptedException {
        killedOnPurpose = true;
        for (ServiceProcess process : running) {
            if (!process.terminate(within)) {
                return false;
            }
        }
        return true;
    }

    String health() throws IOException, InterruptedException {
        return running.getFirst().health();
    }

    String log() throws IOException {
        return running.isEmpty() ? "" : running.getFirst().log();
    }

    /** How many pieces have gone over the wires. */
    long pieces() {
        return pieces.get();
    }

    /** Kills the process at the moment when {@code step} is reached for the n-th time. */
    AtomicInteger killAt(Step step, int nth) {
        var reached = new AtomicInteger();
        var kills = new AtomicInteger();
        watch(
                seen -> {
                    boolean now = seen.filter(step::equals).isPresent();
                    return (now && reached.incrementAndGet() == nth)
                            ? killed(kills)
                            : kills.get() == 0;
                });
        return kills;
    }

    /** Kills the process when {@code count} more pieces have gone over its wires. */
    AtomicInteger killAfter(long count) {
        long until = pieces.get() + count;
        var kills = new AtomicInteger();
        watch(_ -> (pieces.get() >= until && kills.get() == 0) ? killed(kills) : kills.get() == 0);
        return kills;
    }

    private synchronized boolean killed(AtomicInteger kills) {
        if (kills.get() == 0) {
            kill();
            kills.incrementAndGet();
            heed(_ -> {});
        }
        return false;
    }

    private void heed(java.util.function.Consumer<Optional<Step>> seen) {
        watch(
                step -> {
                    seen.accept(step);
                    return true;
                });
    }

    private void watch(Wire.Watcher watcher) {
        for (Wire wire : wires()) {
            wire.watch(
                    step -> {
                        pieces.incrementAndGet();
                        return watcher.passes(step);
                    });
        }
    }

    @Override
    public void close() throws IOException {
        running.forEach(ServiceProcess::close);
        for (Wire wire : wires()) {
            wire.close();
        }
    }
}
