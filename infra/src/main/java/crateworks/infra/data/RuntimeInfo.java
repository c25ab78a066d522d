package crateworks.infra.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The file by which other processes learn what runs; true only while the lock is held. */
final class RuntimeInfo {
    private RuntimeInfo() {}

    static void write(Path file, Connections running) throws IOException {
        String parts =
                running.parts().stream().map(Part::name).sorted().collect(Collectors.joining(" "));
        PropertiesFile.write(file, Map.of("pid", Long.toString(running.pid()), "parts", parts));
    }

    static Connections read(Path file, Ports ports, Credentials credentials) throws IOException {
        Map<String, String> values = PropertiesFile.read(file);
        String names = PropertiesFile.required(values, "parts", file);
        return new Connections(
                Long.parseLong(PropertiesFile.required(values, "pid", file)),
                Arrays.stream(names.split(" ", -1)).map(Part::valueOf).collect(Collectors.toSet()),
                ports,
                credentials);
    }
}
