package crateworks.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a drive tells of itself is what its schema in the documents says. */
class MetadataSchemaTest extends ExportScene {
    private static final String SCHEMA = "docs/formats/drive-metadata.schema.json";

    @Test
    void everyFileInMetadataFitsTheSchema() throws Exception {
        library.fail("park", "TIMED_OUT", "/home/someone/midi/pack.zip!/folder/bad.mid");
        export(batch(20));
        Schema schema = schema();

        for (String name : List.of("file_index", "categories", "export_log", "drive")) {
            String text = Files.readString(drive.resolve("METADATA/" + name + ".json"));
            assertThat(schema.validate(text, InputFormat.JSON)).as(name).isEmpty();
        }
    }

    @Test
    void theSchemaRefusesWhatIsNone() throws Exception {
        export(batch(1));
        Schema schema = schema();
        String index = Files.readString(drive.resolve("METADATA/file_index.json"));

        for (String wrong :
                List.of(
                        index.replace("MPC_Documents/", "../"),
                        index.replace("\"blake3\":\"", "\"blake3\":\"x"),
                        index.replace("\"category\"", "\"kind\""),
                        index.replace("\"schema\":1", "\"schema\":2"),
                        index.replace("\"bpm\":", "\"bpm\":-"))) {
            assertThat(wrong).isNotEqualTo(index);
            assertThat(schema.validate(wrong, InputFormat.JSON)).as(wrong).isNotEmpty();
        }
    }

    private static Schema schema() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path file = here.resolve(SCHEMA);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(
                        Files.readString(Files.exists(file) ? file : here.resolveSibling(SCHEMA)));
    }
}
