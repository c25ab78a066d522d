package crateworks.cli;

import crateworks.infra.data.DataDirectory;
import crateworks.music.tags.TagDictionary;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The user's own rules for tags. They lie in the data directory, so that every run and every
 * explanation goes by the same ones.
 */
final class TagRules {
    private static final String FILE = "tag-rules.txt";

    private TagRules() {}

    /** The standard dictionary with the rules of {@code data} on top. */
    static TagDictionary of(DataDirectory data) {
        Path rules = data.root().resolve(FILE);
        return Files.exists(rules) ? read(rules) : TagDictionary.standard();
    }

    /** Makes {@code rules} those of {@code data}, unless something is wrong with them. */
    static void install(Path rules, DataDirectory data) {
        read(rules);
        data.prepare();
        Path target = data.root().resolve(FILE);
        Path partial = data.root().resolve(FILE + ".partial");
        try {
            if (Files.exists(target) && Files.isSameFile(rules, target)) {
                return;
            }
            Files.copy(rules, partial, StandardCopyOption.REPLACE_EXISTING);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unusable(rules, "cannot be copied (" + e.getMessage() + ")");
        }
    }

    private static TagDictionary read(Path rules) {
        try (Reader text = new StringReader(Files.readString(rules, StandardCharsets.UTF_8))) {
            return TagDictionary.standard().plus(text);
        } catch (MalformedInputException e) {
            throw unusable(rules, "is not UTF-8 text");
        } catch (IOException e) {
            throw unusable(rules, "cannot be read (" + e.getMessage() + ")");
        } catch (IllegalArgumentException e) {
            throw unusable(rules, "has a mistake: " + e.getMessage());
        }
    }

    private static Usage unusable(Path rules, String why) {
        return new Usage(ExitCode.NO_INPUT, "The file of tag rules " + rules + " " + why + ".");
    }
}
