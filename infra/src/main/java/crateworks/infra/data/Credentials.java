package crateworks.infra.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/**
 * The names and secrets of the embedded servers, made at random once for each data directory and
 * kept there in a file that only its owner can read. {@link #toString} tells none of them.
 */
public record Credentials(
        String databaseUser,
        String databasePassword,
        String storeAccessKey,
        String storeSecretKey) {
    private static final String USER = "crateworks";
    private static final int SECRET_BYTES = 24;

    static Credentials readOrMake(Path file) throws IOException {
        if (!Files.exists(file)) {
            var chance = new SecureRandom();
            PropertiesFile.write(
                    file,
                    Map.of(
                            "database.password", secret(chance),
                            "store.access-key", USER,
                            "store.secret-key", secret(chance)));
        }
        return read(file);
    }

    static Credentials read(Path file) throws IOException {
        Map<String, String> kept = PropertiesFile.read(file);
        return new Credentials(
                USER,
                PropertiesFile.required(kept, "database.password", file),
                PropertiesFile.required(kept, "store.access-key", file),
                PropertiesFile.required(kept, "store.secret-key", file));
    }

    private static String secret(SecureRandom chance) {
        byte[] bytes = new byte[SECRET_BYTES];
        chance.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Credentials[not shown]";
    }
}
