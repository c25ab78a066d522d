package crateworks.adapters.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crateworks.pipeline.message.Found;
import crateworks.pipeline.message.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageCodecTest {
    private static final Path GOLDEN = Path.of("src/test/resources/crateworks/adapters/kafka");

    private final MessageCodec codec = MessageCodec.standard();

    static List<Record> records() {
        return Samples.ofEachKind();
    }

    /** Run with {@code -Dgolden=write} to write the files anew. */
    @ParameterizedTest
    @MethodSource("records")
    void eachKindIsWrittenAsInItsGoldenFile(Record record) throws IOException {
        Path golden = golden(record);
        String json = new String(codec.encode(record), StandardCharsets.UTF_8);
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, json + "\n");
        }

        assertThat(json).isEqualTo(Files.readString(golden).strip());
    }

    @ParameterizedTest
    @MethodSource("records")
    void eachKindIsReadFromItsGoldenFile(Record record) throws Exception {
        byte[] json = Files.readAllBytes(golden(record));

        Object read =
                record instanceof Message message
                        ? codec.decode(json, message.getClass())
                        : codec.progress(json);

        assertThat(read).isEqualTo(record);
    }

    @Test
    void aFieldThatThisBuildDoesNotKnowIsPassedOver() throws Exception {
        Found found = Samples.found(5, 6).getFirst();
        String newer = text(found).replace("\"size\":", "\"colour\":{\"red\":[1]},\"size\":");

        assertThat(codec.decode(bytes(newer), Found.class)).isEqualTo(found);
    }

    @Test
    void aMissingFieldIsPoison() {
        String json = text(Samples.found(5, 6).getFirst());

        assertThatThrownBy(
                        () -> codec.decode(bytes(json.replace("\"size\"", "\"big\"")), Found.class))
                .isInstanceOf(PoisonRecord.class)
                .hasMessageContaining("Found")
                .hasMessageContaining("size");
        assertThatThrownBy(
                        () ->
                                codec.decode(
                                        bytes(json.replace("\"origin\"", "\"from\"")), Found.class))
                .isInstanceOf(PoisonRecord.class)
                .hasMessageContaining("origin");
    }

    @Test
    void aNewerVersionThatLacksAFieldIsPoison() {
        String json =
                text(Samples.found(5, 6).getFirst())
                        .replace("\"version\":1", "\"version\":9")
                        .replace("\"origin\"", "\"provenance\"");

        assertThatThrownBy(() -> codec.decode(bytes(json), Found.class))
                .isInstanceOf(PoisonRecord.class);
    }

    @Test
    void whatIsNotJsonIsPoison() {
        for (String garbage : List.of("", "null", "[]", "{", "\u0000\u0001", "{\"version\":1}")) {
            assertThatThrownBy(() -> codec.decode(bytes(garbage), Found.class))
                    .as("garbage: %s", garbage)
                    .isInstanceOf(PoisonRecord.class);
        }
        assertThatThrownBy(() -> codec.decode(new byte[] {(byte) 0xFF, 0}, Found.class))
                .isInstanceOf(PoisonRecord.class);
        assertThatThrownBy(() -> codec.decode(null, Found.class)).isInstanceOf(PoisonRecord.class);
    }

    @Test
    void aHashThatIsNoneIsPoison() {
        String json = text(Samples.found(5, 6).getFirst()).replaceFirst("af1349b9", "");

        assertThatThrownBy(() -> codec.decode(bytes(json), Found.class))
                .isInstanceOf(PoisonRecord.class);
    }

    @Test
    void absentValuesAreLeftOut() {
        String json =
                text(
                        new Found(
                                1,
                                7,
                                1,
                                Samples.found(1, 2).getFirst().origin(),
                                1,
                                1,
                                Optional.empty()));

        assertThat(json).doesNotContain("content").doesNotContain("null");
    }

    private static Path golden(Record record) {
        String kind = record.getClass().getSimpleName();
        return GOLDEN.resolve(kind.toLowerCase(Locale.ROOT) + ".json");
    }

    private String text(Object record) {
        return new String(codec.encode(record), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
