package crateworks.infra.data;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** A small file of keys and values that only its owner can read, replaced as a whole. */
final class PropertiesFile {
    private PropertiesFile() {}

    static Map<String, String> read(Path file) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        var values = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(key -> values.put(key, value(properties, key)));
        return values;
    }

    static String required(Map<String, String> values, String key, Path file) {
        return Optional.ofNullable(values.get(key))
                .orElseThrow(
                        () ->
                                new Refusal(
                                        Refusal.Reason.CONFIGURATION,
                                        file + " has no \"" + key + "\": restore the file."));
    }

    static void write(Path file, Map<String, String> values) throws IOException {
        var properties = new Properties();
        properties.putAll(values);
        var text = new StringWriter();
        properties.store(text, null);
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(whole);
        Files.createFile(
                whole,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(whole, text.toString());
        Files.move(
                whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String value(Properties properties, String key) {
        return properties.getProperty(key, "");
    }
}
