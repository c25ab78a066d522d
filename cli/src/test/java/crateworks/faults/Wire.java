package crateworks.faults;

import crateworks.faults.Tongue.Way;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;

/**
 * A line between one service and one server, which carries all bytes unless the weather is bad, and
 * whose watcher sees each piece before it arrives.
 */
final class Wire implements AutoCloseable {
    private static final Pattern TAG = Pattern.compile("(?i)(etag: \"?)[0-9a-f]{32}");
    private static final int HOLD_MILLIS = 20;

    /** Sees a piece and says whether it may arrive. */
    interface Watcher {
        boolean passes(java.util.Optional<Step> step);
    }

    private final ServerSocket entrance;
    private final IntSupplier serverPort;
    private final BiFunction<Integer, Integer, Tongue> tongues;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicLong harmed = new AtomicLong();
    private volatile Weather weather = Weather.FAIR;
    private volatile Watcher watcher = _ -> true;

    /** Opens a wire; {@code tongues} is given the server's port and the wire's own. */
    Wire(IntSupplier serverPort, BiFunction<Integer, Integer, Tongue> tongues) throws IOException {
        this.entrance = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
        this.serverPort = serverPort;
        this.tongues = tongues;
        Thread.ofPlatform().daemon().name("wire").start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    void become(Weather now) {
        weather = now;
        if (now instanceof Weather.Down) {
            cut();
        }
    }

    /** Ends all connections. */
    void cut() {
        sockets.forEach(Wire::closed);
    }

    void watch(Watcher now) {
        watcher = now;
    }

    /** How many pieces or connections the weather has done harm to. */
    long harmed() {
        return harmed.get();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                connect(entrance.accept());
            } catch (IOException e) {
                // the server is away, or the wire is closed
            }
        }
    }

    private void connect(Socket client) throws IOException {
        if (weather instanceof Weather.Down) {
            harmed.incrementAndGet();
            closed(client);
            return;
        }
        sockets.add(client);
        int real = serverPort.getAsInt();
        Socket server;
        try {
            server = new Socket(InetAddress.getLoopbackAddress(), real);
        } catch (IOException e) {
            closed(client);
            throw e;
        }
        sockets.add(server);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        Tongue tongue = tongues.apply(real, port());
        Thread.ofVirtual().start(() -> carry(client, server, Way.TO_SERVER, tongue));
        Thread.ofVirtual().start(() -> carry(server, client, Way.FROM_SERVER, tongue));
    }

    private void carry(Socket from, Socket to, Way way, Tongue tongue) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] piece = tongue.next(in, way);
            while (piece.length > 0) {
                if (!watcher.passes(tongue.step(piece, way))) {
                    return;
                }
                if (!pass(piece, way, from, out)) {
                    return;
                }
                piece = tongue.next(in, way);
            }
        } catch (IOException e) {
            // one side is gone, and so is the other then
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    /** Lets a piece arrive as the weather has it; false when the connection ends with it. */
    private boolean pass(byte[] piece, Way way, Socket from, OutputStream out)
            throws IOException, InterruptedException {
        while (weather instanceof Weather.Silent silent && silent.stops(way)) {
            harmed.incrementAndGet();
            Thread.sleep(HOLD_MILLIS);
        }
        switch (weather) {
            case Weather.Fair() -> out.write(piece);
            case Weather.Silent _ -> out.write(piece);
            case Weather.Down() -> {
                return false;
            }
            case Weather.Slow(int bytesPerSecond) -> trickle(piece, bytesPerSecond, out);
            case Weather.Answered(int status, String code) -> {
                if (way == Way.FROM_SERVER) {
                    out.write(piece);
                    return true;
                }
                harmed.incrementAndGet();
                from.getOutputStream().write(answer(status, code));
                return false;
            }
            case Weather.BrokenOff(int bytes) -> {
                boolean whole = way == Way.TO_SERVER || piece.length <= bytes;
                out.write(piece, 0, whole ? piece.length : bytes);
                harmed.addAndGet(whole ? 0 : 1);
                return whole;
            }
            case Weather.WrongTag() -> out.write(way == Way.TO_SERVER ? piece : mistagged(piece));
        }
        return true;
    }

    private void trickle(byte[] piece, int bytesPerSecond, OutputStream out)
            throws IOException, InterruptedException {
        int step = Math.max(1, bytesPerSecond / 20);
        for (int at = 0; at < piece.length; at += step) {
            out.write(piece, at, Math.min(step, piece.length - at));
            if (weather instanceof Weather.Slow) {
                harmed.incrementAndGet();
                Thread.sleep(50);
            }
        }
    }

    private byte[] mistagged(byte[] piece) {
        String text = new String(piece, StandardCharsets.ISO_8859_1);
        if (!text.startsWith("HTTP/") || !TAG.matcher(text).find()) {
            return piece;
        }
        harmed.incrementAndGet();
        return TAG.matcher(text)
                .replaceFirst("$1" + "0".repeat(32))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] answer(int status, String code) {
        String body = "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code></Error>";
        String head =
                "HTTP/1.1 "
                        + status
                        + " "
                        + code
                        + "\r\nContent-Type: application/xml\r\nConnection: close\r\nContent-Length: "
                        + body.length()
                        + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void closed(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }
}
