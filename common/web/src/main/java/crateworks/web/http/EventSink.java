package crateworks.web.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to one caller who listens to events. Nobody waits for it: what the caller does not read
 * in time is kept up to a limit, and whoever lets it come to that is cut off.
 */
public final class EventSink {
    private static final Logger LOG = LoggerFactory.getLogger(EventSink.class);
    static final int WAITING_BYTES_MAX = 1 << 20;

    private final Response response;
    private final Callback end;
    private final Queue<ByteBuffer> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private boolean writing;
    private boolean closed;

    EventSink(Response response, Callback end) {
        this.response = response;
        this.end = end;
    }

    /** Sends an event; {@code data} becomes one line of JSON. */
    public void send(String event, Object data) {
        offer("event: " + event + "\ndata: " + JsonText.text(data) + "\n\n");
    }

    /** The same with an id, from which a caller that comes back goes on. */
    public void send(String id, String event, Object data) {
        offer("id: " + id + "\nevent: " + event + "\ndata: " + JsonText.text(data) + "\n\n");
    }

    /** Sends something that later ones make worthless, unless the caller is behind anyway. */
    public void sendIfIdle(String event, Object data) {
        if (!isBehind()) {
            send(event, data);
        }
    }

    /** How long a browser waits before it comes back. */
    public void retryAfterMillis(int millis) {
        offer("retry: " + millis + "\n\n");
    }

    /** Keeps a stream open on which nothing happens. */
    public void stillHere() {
        if (!isBehind()) {
            offer(": still here\n\n");
        }
    }

    private synchronized boolean isBehind() {
        return writing;
    }

    public synchronized boolean isClosed() {
        return closed;
    }

    private void offer(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Optional<ByteBuffer> next;
        synchronized (this) {
            if (closed) {
                return;
            }
            if (waitingBytes + bytes.length > WAITING_BYTES_MAX) {
                cutOff();
                return;
            }
            waiting.add(ByteBuffer.wrap(bytes));
            waitingBytes += bytes.length;
            next = writing ? Optional.empty() : take();
        }
        next.ifPresent(this::write);
    }

    private synchronized Optional<ByteBuffer> take() {
        ByteBuffer next = waiting.poll();
        writing = next != null && !closed;
        if (next == null || closed) {
            return Optional.empty();
        }
        waitingBytes -= next.remaining();
        return Optional.of(next);
    }

    private void write(ByteBuffer bytes) {
        response.write(false, bytes, Callback.from(this::goOn, this::fail));
    }

    private void goOn() {
        take().ifPresent(this::write);
    }

    private void fail(Throwable failure) {
        LOG.debug("a listener is gone: {}", failure.toString());
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            waiting.clear();
        }
        end.failed(failure);
    }

    private void cutOff() {
        fail(new IllegalStateException("it does not read"));
    }

    /** Ends the stream. */
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            waiting.clear();
            if (writing) {
                end.failed(new IllegalStateException("the server ends"));
                return;
            }
        }
        response.write(true, ByteBuffer.allocate(0), end);
    }
}
