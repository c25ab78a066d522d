package crateworks.adapters.kafka;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import crateworks.pipeline.ContentHash;
import crateworks.pipeline.message.Message;
import crateworks.pipeline.message.Progress;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Wire records as JSON: flat, readable, absent values left out. Fields that a reader does not know
 * are skipped, so that a newer writer can add some.
 */
public final class MessageCodec {
    private static final int DETAIL_CHARACTERS_MAX = 200;

    private final JsonMapper json;
    private final ObjectWriter writer;
    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();

    private MessageCodec(JsonMapper json) {
        this.json = json;
        this.writer = json.writer();
    }

    public static MessageCodec standard() {
        return new MessageCodec(
                JsonMapper.builder()
                        .changeDefaultPropertyInclusion(
                                _ ->
                                        JsonInclude.Value.construct(
                                                JsonInclude.Include.NON_ABSENT,
                                                JsonInclude.Include.NON_ABSENT))
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                        .addMixIn(ContentHash.class, AsHex.class)
                        .build());
    }

    public byte[] encode(Object message) {
        return writer.writeValueAsBytes(message);
    }

    /**
     * Reads a record.
     *
     * @throws PoisonRecord when it is not JSON, lacks a field, or belongs to no item
     */
    public <M extends Message> M decode(byte @Nullable [] record, Class<M> type)
            throws PoisonRecord {
        M message = plain(record, type);
        if (message.version() < 1 || message.item() < 1) {
            throw new PoisonRecord(
                    "a record of kind " + type.getSimpleName() + " without version or item");
        }
        return message;
    }

    /**
     * Reads the counts of a batch.
     *
     * @throws PoisonRecord when they are none
     */
    Progress progress(byte @Nullable [] record) throws PoisonRecord {
        return plain(record, Progress.class);
    }

    /** Reads what is not a message of the pipeline. */
    <T> T plain(byte @Nullable [] record, Class<T> type) throws PoisonRecord {
        if (record == null) {
            throw new PoisonRecord("the record has no value");
        }
        try {
            T value = readers.computeIfAbsent(type, json::readerFor).readValue(record);
            if (value == null) {
                throw new PoisonRecord("not a record of kind " + type.getSimpleName() + ": null");
            }
            return value;
        } catch (JacksonException e) {
            throw poison(record, type, e);
        }
    }

    /** A number in a record that could not be read whole; 0 when there is none. */
    long numberIn(byte @Nullable [] record, String field) {
        return record == null ? 0 : tree(record).path(field).asLong(0);
    }

    private PoisonRecord poison(byte[] record, Class<?> type, JacksonException failure) {
        int version = tree(record).path("version").asInt(0);
        String newer =
                version > Message.VERSION
                        ? " of version %d, newer than this program's %d"
                                .formatted(version, Message.VERSION)
                        : "";
        String path =
                failure.getPath().stream()
                        .map(JacksonException.Reference::getPropertyName)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("."));
        String place = path.isEmpty() ? "" : " in " + path;
        return new PoisonRecord(
                "not a record of kind "
                        + type.getSimpleName()
                        + newer
                        + place
                        + ": "
                        + shortened(failure),
                failure);
    }

    private JsonNode tree(byte[] record) {
        try {
            return json.readTree(record);
        } catch (JacksonException e) {
            return json.missingNode();
        }
    }

    private static String shortened(JacksonException failure) {
        String detail = String.valueOf(failure.getOriginalMessage());
        return detail.length() <= DETAIL_CHARACTERS_MAX
                ? detail
                : detail.substring(0, DETAIL_CHARACTERS_MAX);
    }

    /** A hash stands as its 64 digits, not as an object. */
    private abstract static class AsHex {
        @JsonValue
        abstract String hex();

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static ContentHash of(String hex) {
            return new ContentHash(hex);
        }
    }
}
