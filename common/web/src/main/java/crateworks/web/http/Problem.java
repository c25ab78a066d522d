package crateworks.web.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Why a call is refused, as problem details (RFC 9457); the message is for people. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String parameter;

    /** {@code code} never changes; {@code detail} is a sentence. */
    public Problem(int status, String code, String detail) {
        this(status, code, detail, "");
    }

    private Problem(int status, String code, String detail, String parameter) {
        super(detail);
        this.status = status;
        this.code = code;
        this.parameter = parameter;
    }

    /** A parameter of the query or path that does not fit. */
    public static Problem badParameter(String parameter, String detail) {
        return new Problem(400, "BAD_PARAMETER", detail, parameter);
    }

    /** A body that does not fit. */
    public static Problem badBody(String detail) {
        return new Problem(400, "BAD_BODY", detail);
    }

    /** Something that was named and is not there; {@code what} is a word such as {@code FILE}. */
    public static Problem unknown(String what, String detail) {
        return new Problem(404, "UNKNOWN_" + what, detail);
    }

    /** Something that this server does not do. */
    public static Problem notHere(String detail) {
        return new Problem(409, "NOT_HERE", detail);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    /** The members of the answer. */
    Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", "about:blank");
        members.put("title", title());
        members.put("status", status);
        members.put("code", code);
        members.put("detail", Optional.ofNullable(getMessage()).orElse(""));
        if (!parameter.isEmpty()) {
            members.put("parameter", parameter);
        }
        return members;
    }

    private String title() {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 409 -> "Conflict";
            case 413 -> "Content Too Large";
            case 414 -> "URI Too Long";
            case 415 -> "Unsupported Media Type";
            case 422 -> "Unprocessable Content";
            case 503 -> "Service Unavailable";
            default -> "Internal Server Error";
        };
    }
}
