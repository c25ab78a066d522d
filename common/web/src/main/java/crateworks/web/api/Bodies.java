package crateworks.web.api;

import crateworks.web.http.Problem;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** Members of bodies. */
final class Bodies {
    private Bodies() {}

    static String text(JsonNode body, String name) {
        JsonNode value = body.path(name);
        if (!value.isString() || value.asString().isBlank()) {
            throw Problem.badBody(name + " is a text.");
        }
        return value.asString();
    }

    static OptionalLong number(JsonNode body, String name, long least, long most) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return OptionalLong.empty();
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.asLong() < least
                || value.asLong() > most) {
            throw Problem.badBody(name + " is a number from " + least + " to " + most + ".");
        }
        return OptionalLong.of(value.asLong());
    }
}
