package crateworks.pipeline.session;

import java.time.Instant;

/** A run: its number, what was asked for, and how far it is. */
public record Session(
        long id, Order order, SessionState state, Instant startedAt, boolean resumed) {}
