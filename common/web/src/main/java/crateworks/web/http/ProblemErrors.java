package crateworks.web.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What the server itself refuses, such as an address that is too long, as problem details too. */
final class ProblemErrors extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        byte[] body = body(response.getStatus(), response.getHeaders());
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    private static byte[] body(int status, HttpFields.Mutable fields) {
        Problem problem =
                switch (status) {
                    case 414, 431 ->
                            new Problem(
                                    status, "TOO_LARGE", "The address and headers are too long.");
                    case 500 -> new Problem(500, "BROKEN", "Something broke that should not have.");
                    default -> new Problem(status, "BAD_BODY", "The call is not well formed.");
                };
        byte[] body = JsonText.bytes(problem.members());
        fields.put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        fields.put(HttpHeader.CONTENT_LENGTH, body.length);
        return body;
    }
}
