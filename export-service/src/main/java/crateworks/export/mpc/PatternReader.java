package crateworks.export.mpc;

import crateworks.music.mpc.PatternFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads patterns of all generations: flat ones of MPC 2 and Force, nested ones of MPC 3, and the
 * clips of projects, which hold the same events.
 */
public final class PatternReader {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser json;
    private final List<PatternFile.Event> events = new ArrayList<>();
    private Optional<String> length = Optional.empty();
    private boolean exponents;
    private boolean found;

    private PatternReader(JsonParser json) {
        this.json = json;
    }

    /**
     * What a file says.
     *
     * @throws IOException for what is no pattern
     */
    public static PatternFile read(byte[] file) throws IOException {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), file)) {
            var reader = new PatternReader(json);
            reader.top();
            if (!reader.found) {
                throw new IOException("no list of events");
            }
            return new PatternFile(reader.length, reader.events, reader.exponents);
        } catch (JacksonException failure) {
            throw new IOException("no JSON: " + failure.getOriginalMessage(), failure);
        }
    }

    private void top() throws IOException {
        expect(json.nextToken(), JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            boolean isBody = name.equals("pattern") || name.equals("eventList");
            if (json.nextToken() == JsonToken.START_OBJECT && isBody) {
                body();
            } else {
                json.skipChildren();
            }
        }
    }

    private void body() throws IOException {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("length")) {
                length = Optional.of(json.getString());
            } else if (name.equals("events") && value == JsonToken.START_ARRAY) {
                found = true;
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    event();
                }
            } else {
                json.skipChildren();
            }
        }
    }

    /** One event; the objects in nested ones repeat none of its own names. */
    private void event() throws IOException {
        var fields = new EventFields();
        object(fields, "");
        events.add(fields.event());
    }

    private void object(EventFields fields, String within) throws IOException {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            switch (json.nextToken()) {
                case START_OBJECT -> object(fields, name + ".");
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                    String text = json.getString();
                    exponents |= text.indexOf('e') >= 0 || text.indexOf('E') >= 0;
                    fields.put(within + name, json.getDoubleValue());
                }
                case START_ARRAY -> json.skipChildren();
                case null, default -> {} // texts and truths tell nothing about notes
            }
        }
    }

    private static void expect(JsonToken token, JsonToken wanted) throws IOException {
        if (token != wanted) {
            throw new IOException("begins with no object");
        }
    }
}
