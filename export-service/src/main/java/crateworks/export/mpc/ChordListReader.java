package crateworks.export.mpc;

import crateworks.music.mpc.ChordList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads progressions, also those whose outer name devices have misspelt. */
public final class ChordListReader {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String NAME = "progression";
    private static final String MISSPELT = "progession";

    private final JsonParser json;
    private boolean misspelt;
    private String name = "";
    private String rootNote = "";
    private String scale = "";
    private int octave;
    private final List<ChordList.Pad> chords = new ArrayList<>();

    private ChordListReader(JsonParser json) {
        this.json = json;
    }

    /** A progression, and whether its outer name was spelt wrong. */
    public record Read(ChordList list, boolean misspelt) {}

    /**
     * What a file says.
     *
     * @throws IOException for what is no progression
     */
    public static Read read(byte[] file) throws IOException {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), file)) {
            return new ChordListReader(json).top();
        } catch (JacksonException failure) {
            throw new IOException("no JSON: " + failure.getOriginalMessage(), failure);
        }
    }

    private Read top() throws IOException {
        boolean found = false;
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("begins with no object");
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String outer = json.currentName();
            boolean isBody = outer.equals(NAME) || outer.equals(MISSPELT);
            if (json.nextToken() == JsonToken.START_OBJECT && isBody) {
                found = true;
                misspelt = outer.equals(MISSPELT);
                body();
            } else {
                json.skipChildren();
            }
        }
        if (!found) {
            throw new IOException("no progression in it");
        }
        return new Read(new ChordList(name, rootNote, scale, octave, chords), misspelt);
    }

    private void body() {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            switch (field) {
                case "name" -> name = json.getString();
                case "rootNote" -> rootNote = json.getString();
                case "scale" -> scale = json.getString();
                case "recordingOctave" -> octave = json.getIntValue();
                case "chords" -> {
                    while (value == JsonToken.START_ARRAY
                            && json.nextToken() == JsonToken.START_OBJECT) {
                        chords.add(pad());
                    }
                }
                default -> json.skipChildren();
            }
        }
    }

    private ChordList.Pad pad() {
        String chord = "";
        String role = "";
        var notes = new ArrayList<Integer>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            switch (field) {
                case "name" -> chord = json.getString();
                case "role" -> role = json.getString();
                case "notes" -> {
                    while (value == JsonToken.START_ARRAY
                            && json.nextToken() == JsonToken.VALUE_NUMBER_INT) {
                        notes.add(json.getIntValue());
                    }
                }
                default -> json.skipChildren();
            }
        }
        return new ChordList.Pad(chord, role, notes);
    }
}
