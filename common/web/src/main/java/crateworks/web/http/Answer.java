package crateworks.web.http;

import crateworks.pipeline.Bytes;

/** What a call is answered with, when it is not refused. */
public sealed interface Answer {
    /** A value as JSON. */
    record Json(int status, Object value) implements Answer {}

    /** Bytes to be kept as a file. */
    record Download(String contentType, String fileName, Bytes content) implements Answer {}

    /** Nothing but {@code status} and a cookie to keep. */
    record Cookie(int status, String cookie) implements Answer {}

    /** Events without end. */
    record Events(Listening listening) implements Answer {}

    /** Who is told that a caller listens. */
    @FunctionalInterface
    interface Listening {
        void begin(EventSink sink);
    }

    static Answer ok(Object value) {
        return new Json(200, value);
    }

    /** What was asked for goes on in the background. */
    static Answer accepted(Object value) {
        return new Json(202, value);
    }
}
