package crateworks.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EventSinkTest {
    @Test
    void aBrowserThatNeverReadsIsCutOffAndKeepsNobodyWaiting() throws Exception {
        var opened = new CompletableFuture<EventSink>();
        Routes routes = new Routes().get("/events", _ -> new Answer.Events(opened::complete));
        try (PageServer server = PageServer.start(PageSettings.loopback(0, false), routes);
                var silent = new Socket()) {
            silent.setReceiveBufferSize(4_096);
            silent.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
            silent.getOutputStream()
                    .write(
                            "GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            EventSink sink = opened.get(20, TimeUnit.SECONDS);
            String event = "x".repeat(50_000);
            long beganNanos = System.nanoTime();
            int sent = 0;
            while (!sink.isClosed() && sent < 2_000) {
                sink.send("progress", event);
                sent++;
            }
            assertThat(sink.isClosed()).isTrue();
            assertThat(sent * 50_000L).isLessThan(50_000_000L);
            assertThat(Duration.ofNanos(System.nanoTime() - beganNanos))
                    .isLessThan(Duration.ofSeconds(30));
        }
    }

    @Test
    void progressIsLeftOutWhileABrowserIsBehind() throws Exception {
        var opened = new CompletableFuture<EventSink>();
        Routes routes = new Routes().get("/events", _ -> new Answer.Events(opened::complete));
        try (PageServer server = PageServer.start(PageSettings.loopback(0, false), routes);
                var silent = new Socket()) {
            silent.setReceiveBufferSize(4_096);
            silent.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
            silent.getOutputStream()
                    .write(
                            "GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            EventSink sink = opened.get(20, TimeUnit.SECONDS);
            for (int at = 0; at < 1_000; at++) {
                sink.sendIfIdle("progress", "x".repeat(50_000));
            }
            assertThat(sink.isClosed()).isFalse();
        }
    }
}
