package crateworks.pipeline.port;

import java.io.IOException;

/**
 * The broker, the database, the store, the source or the drive cannot be used at the moment.
 * Whoever gets this waits and does the same again; it never counts against a file.
 */
public final class Outage extends IOException {
    private static final long serialVersionUID = 1L;

    private final String of;

    /**
     * {@code of} names what is out, as shown to people: {@code the database}, {@code the drive}.
     */
    public Outage(String of, String message, Throwable cause) {
        super(message, cause);
        this.of = of;
    }

    public Outage(String of, String message) {
        super(message);
        this.of = of;
    }

    /** What is out. */
    public String of() {
        return of;
    }
}
