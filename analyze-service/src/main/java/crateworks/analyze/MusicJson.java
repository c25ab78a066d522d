package crateworks.analyze;

import crateworks.music.analysis.ChordSpan;
import crateworks.music.analysis.DrumSound;
import crateworks.music.analysis.KeyEstimate;
import crateworks.music.analysis.Profile;
import crateworks.music.analysis.TempoEstimate;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The parts of an analysis that have no column of their own, as JSON. */
final class MusicJson {
    private static final JsonFactory JSON = new JsonFactory();

    private MusicJson() {}

    /** A list of [start in seconds, end in seconds, label as in Harte's notation]. */
    static String chords(List<ChordSpan> spans) {
        return written(
                json -> {
                    json.writeStartArray();
                    for (ChordSpan span : spans) {
                        json.writeStartArray();
                        json.writeNumber(millis(span.startSeconds()));
                        json.writeNumber(millis(span.endSeconds()));
                        json.writeString(span.chord().label());
                        json.writeEndArray();
                    }
                    json.writeEndArray();
                });
    }

    /** Reasons, alternatives, changes, counts and figures. */
    static String details(Profile profile) {
        return written(
                json -> {
                    json.writeStartObject();
                    tempo(json, profile.tempo());
                    if (profile.quarterBpm().isPresent()) {
                        json.writeNumberProperty(
                                "quarterBpm", millis(profile.quarterBpm().getAsDouble()));
                    }
                    key(json, profile.key());
                    json.writeStringProperty("meterReason", profile.meter().reason());
                    json.writeStringProperty("form", profile.length().form().name());
                    json.writeStringProperty("formReason", profile.length().reason());
                    harmony(json, profile);
                    drums(json, profile);
                    figures(json, profile);
                    json.writeEndObject();
                });
    }

    private static void tempo(JsonGenerator json, TempoEstimate tempo) {
        json.writeStringProperty("tempoReason", tempo.reason());
        json.writeArrayPropertyStart("tempoChanges");
        for (TempoEstimate.Change change : tempo.changes()) {
            json.writeStartArray();
            json.writeNumber(change.tick());
            json.writeNumber(millis(change.bpm()));
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static void key(JsonGenerator json, KeyEstimate key) {
        json.writeStringProperty("keyReason", key.reason());
        json.writeArrayPropertyStart("keyAlternatives");
        for (KeyEstimate.Alternative alternative : key.alternatives()) {
            json.writeStartArray();
            json.writeString(alternative.tonality().shortName());
            json.writeNumber(millis(alternative.confidence()));
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("keyChanges");
        for (KeyEstimate.Change change : key.changes()) {
            json.writeStartArray();
            json.writeNumber(change.tick());
            json.writeString(change.tonality().shortName());
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static void harmony(JsonGenerator json, Profile profile) {
        json.writeArrayPropertyStart("romans");
        profile.harmony().romans().forEach(json::writeString);
        json.writeEndArray();
        json.writeNumberProperty("complexity", millis(profile.harmony().complexity()));
        json.writeNumberProperty("chordsConfidence", millis(profile.harmony().confidence()));
    }

    private static void drums(JsonGenerator json, Profile profile) {
        json.writeStringProperty("drumsReason", profile.drums().reason());
        json.writeStringProperty("drumPattern", profile.drums().pattern().name());
        json.writeStringProperty("drumFeel", profile.drums().feel().name());
        if (profile.drums().swing().isPresent()) {
            json.writeNumberProperty("drumSwing", profile.drums().swing().getAsDouble());
        }
        json.writeArrayPropertyStart("drumTechniques");
        profile.drums().techniques().forEach(technique -> json.writeString(technique.name()));
        json.writeEndArray();
        json.writeObjectPropertyStart("drumCounts");
        for (Map.Entry<DrumSound, Integer> count : profile.drums().counts().entrySet()) {
            json.writeNumberProperty(count.getKey().name(), count.getValue());
        }
        json.writeEndObject();
    }

    private static void figures(JsonGenerator json, Profile profile) {
        json.writeStringProperty("role", profile.role().role().name());
        json.writeStringProperty("roleReason", profile.role().reason());
        json.writeStringProperty("voicing", profile.statistics().voicing().name());
        json.writeNumberProperty("polyphonyMean", millis(profile.statistics().polyphonyMean()));
        json.writeNumberProperty("polyphonyMax", profile.statistics().polyphonyMax());
        json.writeNumberProperty("velocityMean", millis(profile.statistics().velocityMean()));
        json.writeNumberProperty("syncopation", millis(profile.statistics().syncopation()));
    }

    private static double millis(double value) {
        return Math.rint(value * 1_000) / 1_000;
    }

    private static String written(Writing writing) {
        var text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            writing.write(json);
        }
        return text.toString();
    }

    private interface Writing {
        void write(JsonGenerator json);
    }
}
