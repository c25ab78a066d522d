package crateworks.infra.data;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/** The loopback ports of the stack, one for each use, all different. */
public record Ports(Map<PortUse, Integer> numbers) {
    private static final int NUMBER_MAX = 65535;

    // Below the range that Linux gives to outgoing connections, which would take a port that rests.
    private static final int RANDOM_FROM = 20_000;
    private static final int RANDOM_TO = 32_000;
    private static final int ATTEMPTS_MAX = 1_000;

    public Ports {
        numbers = Map.copyOf(numbers);
        for (PortUse use : PortUse.values()) {
            if (!numbers.containsKey(use)) {
                throw new IllegalArgumentException("no port for " + use.description());
            }
        }
    }

    public int of(PortUse use) {
        return numbers.getOrDefault(use, 0);
    }

    /** Whether nothing listens on a loopback port now. */
    public static boolean isFree(int number) {
        try (var socket = new ServerSocket()) {
            // A port whose earlier connections are only lingering is free for the servers too.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Chooses the ports of a start: configured ones as they are, else the stored ones, else random
     * ones. A stored port that is taken by now is replaced and the file is written again.
     *
     * @throws Refusal if a configured port of a part to start is taken or is given twice
     */
    static Ports choose(Path file, Map<PortUse, Integer> configured, Set<Part> parts)
            throws IOException {
        configured.forEach((use, number) -> checkConfigured(use, number, parts));
        Map<PortUse, Integer> stored = stored(file);
        var chosen = new EnumMap<PortUse, Integer>(PortUse.class);
        chosen.putAll(configured);
        var taken = new HashSet<Integer>();
        for (int number : configured.values()) {
            if (!taken.add(number)) {
                throw refused("Port " + number + " is configured twice.");
            }
        }
        for (PortUse use : PortUse.values()) {
            if (chosen.containsKey(use)) {
                continue;
            }
            int earlier = stored.getOrDefault(use, 0);
            boolean usable = earlier > 0 && isFree(earlier) && !taken.contains(earlier);
            int number = usable ? earlier : random(taken);
            taken.add(number);
            chosen.put(use, number);
        }
        var ports = new Ports(chosen);
        write(file, ports);
        return ports;
    }

    static Ports read(Path file) throws IOException {
        return new Ports(stored(file));
    }

    private static void checkConfigured(PortUse use, int number, Set<Part> parts) {
        if (number < 1 || number > NUMBER_MAX) {
            throw refused("Port " + number + " for " + use.description() + " does not exist.");
        }
        if (parts.contains(use.part()) && !isFree(number)) {
            throw refused(
                    "Port "
                            + number
                            + ", configured for "
                            + use.description()
                            + ", is in use: free it or configure another one.");
        }
    }

    private static Refusal refused(String sentence) {
        return new Refusal(Refusal.Reason.CONFIGURATION, sentence);
    }

    private static int random(Set<Integer> taken) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            int number = ThreadLocalRandom.current().nextInt(RANDOM_FROM, RANDOM_TO);
            if (!taken.contains(number) && isFree(number)) {
                return number;
            }
        }
        throw new IOException("no free port on the loopback interface");
    }

    private static Map<PortUse, Integer> stored(Path file) throws IOException {
        var ports = new EnumMap<PortUse, Integer>(PortUse.class);
        if (!Files.exists(file)) {
            return ports;
        }
        Map<String, String> values = PropertiesFile.read(file);
        for (PortUse use : PortUse.values()) {
            String number = values.getOrDefault(use.name(), "");
            if (number.matches("\\d{1,5}")) {
                ports.put(use, Integer.parseInt(number));
            }
        }
        return ports;
    }

    private static void write(Path file, Ports ports) throws IOException {
        var values = new TreeMap<String, String>();
        ports.numbers().forEach((use, number) -> values.put(use.name(), number.toString()));
        PropertiesFile.write(file, values);
    }
}
