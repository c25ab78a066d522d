package crateworks.web.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One call: what its path, query, headers and body say; a {@link Problem} tells what does not fit.
 */
public final class Call {
    static final int BODY_BYTES_MAX = 65_536;

    /** So often may one parameter be given. */
    private static final int VALUES_MAX = 64;

    private final Request request;
    private final Map<String, String> variables;
    private final Fields query;

    Call(Request request, Map<String, String> variables) {
        this.request = request;
        this.variables = Map.copyOf(variables);
        try {
            this.query = Request.extractQueryParameters(request);
        } catch (RuntimeException e) { // bad escapes or bad UTF-8
            throw new Problem(400, "BAD_PARAMETER", "The query is not well formed.");
        }
    }

    /** What stands in the path for a variable of the template. */
    public String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    /** The same as a number; {@code what} says what is unknown when it is none. */
    public long number(String name, String what) {
        try {
            return Long.parseLong(variable(name));
        } catch (NumberFormatException e) {
            throw Problem.unknown(
                    what, "There is no " + what.toLowerCase(Locale.ROOT) + " of that name.");
        }
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }

    /** A parameter of the query; empty when it is missing or blank. */
    public Optional<String> text(String name, int lengthMax) {
        Optional<String> text =
                Optional.ofNullable(query.getValue(name)).filter(each -> !each.isBlank());
        text.ifPresent(each -> checkLength(name, each, lengthMax));
        return text;
    }

    /** The values of a parameter that may be given several times. */
    public List<String> texts(String name, int lengthMax) {
        List<String> values =
                query.getValuesOrEmpty(name).stream().filter(each -> !each.isBlank()).toList();
        if (values.size() > VALUES_MAX) {
            throw Problem.badParameter(
                    name, name + " is given more than " + VALUES_MAX + " times.");
        }
        values.forEach(each -> checkLength(name, each, lengthMax));
        return values;
    }

    private static void checkLength(String name, String value, int lengthMax) {
        if (value.length() > lengthMax) {
            throw Problem.badParameter(name, name + " takes at most " + lengthMax + " characters.");
        }
    }

    public OptionalDouble fraction(String name) {
        Optional<String> text = text(name, 40);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(text.get());
            if (Double.isFinite(value)) {
                return OptionalDouble.of(value);
            }
        } catch (NumberFormatException e) {
            throw Problem.badParameter(name, name + " takes a number.");
        }
        throw Problem.badParameter(name, name + " takes a number.");
    }

    public OptionalLong number(String name, long least, long most) {
        Optional<String> text = text(name, 40);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        String range = name + " takes a number from " + least + " to " + most + ".";
        try {
            long value = Long.parseLong(text.get());
            if (value >= least && value <= most) {
                return OptionalLong.of(value);
            }
        } catch (NumberFormatException e) {
            throw Problem.badParameter(name, range);
        }
        throw Problem.badParameter(name, range);
    }

    public OptionalInt integer(String name, int least, int most) {
        OptionalLong value = number(name, least, most);
        return value.isPresent() ? OptionalInt.of((int) value.getAsLong()) : OptionalInt.empty();
    }

    /** One of the words that {@code name} takes; empty when it is missing. */
    public Optional<String> word(String name, String... words) {
        Optional<String> word = text(name, 40);
        if (word.isPresent() && !Arrays.asList(words).contains(word.get())) {
            throw Problem.badParameter(name, name + " is one of " + String.join(", ", words) + ".");
        }
        return word;
    }

    /** The body as a JSON object; an empty one when there is no body. */
    public JsonNode body() throws IOException {
        byte[] bytes = content().readNBytes(BODY_BYTES_MAX + 1);
        if (bytes.length > BODY_BYTES_MAX) {
            throw new Problem(
                    413, "TOO_LARGE", "The body has more than " + BODY_BYTES_MAX + " bytes.");
        }
        try {
            JsonNode body =
                    JsonText.tree(
                            bytes.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : bytes);
            if (body.isObject()) {
                return body;
            }
        } catch (JacksonException e) {
            throw Problem.badBody("The body is not JSON.");
        }
        throw Problem.badBody("The body is a JSON object.");
    }

    /** The bytes of the body, as they come in. */
    public InputStream content() {
        return Content.Source.asInputStream(request);
    }

    /** How many bytes the body will have, if the caller says so. */
    public OptionalLong contentLength() {
        return request.getLength() < 0
                ? OptionalLong.empty()
                : OptionalLong.of(request.getLength());
    }
}
