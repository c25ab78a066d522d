package crateworks.export.made;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads the chords of a file as the library stores them, [start, end, label] each. */
final class ChordLabels {
    private static final JsonFactory JSON = new JsonFactory();

    private ChordLabels() {}

    /** The labels, in the order in which they sound. */
    static List<String> read(String chords) throws IOException {
        var labels = new ArrayList<String>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), chords)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    labels.add(json.getString());
                }
            }
        } catch (JacksonException failure) {
            throw new IOException(failure);
        }
        return labels;
    }
}
