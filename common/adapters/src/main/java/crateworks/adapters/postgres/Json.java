package crateworks.adapters.postgres;

import tools.jackson.databind.json.JsonMapper;

/** Values as the JSON of a column; equal values have equal texts. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static String of(Object value) {
        return StorableText.of(MAPPER.writeValueAsString(value));
    }

    static <T> T read(String text, Class<T> type) {
        return MAPPER.readValue(text, type);
    }
}
