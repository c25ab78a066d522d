package crateworks.adapters.kafka;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import crateworks.pipeline.ContentHash;
import crateworks.pipeline.message.Message;
import crateworks.pipeline.message.Progress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
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
        if (record == null) {
            throw new PoisonRecord("the record has no value");
        }
        M message;
        try {
            message = readers.computeIfAbsent(type, json::readerFor).readValue(record);
        } catch (JacksonException e) {
            throw new PoisonRecord(
                    "not a record of kind " + type.getSimpleName() + ": " + shortened(e), e);
        }
        if (message == null || message.version() < 1 || message.item() < 1) {
            throw new PoisonRecord(
                    "a record of kind " + type.getSimpleName() + " without version or item");
        }
        return message;
    }

    /** Reads the counts of a batch. */
    Progress progress(byte[] record) {
        return json.readValue(record, Progress.class);
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
