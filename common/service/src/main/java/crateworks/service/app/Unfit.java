package crateworks.service.app;

import org.jspecify.annotations.Nullable;

/** Settings that a service cannot start with; the message is one sentence without its stop. */
public final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unfit(String sentence) {
        this(sentence, null);
    }

    public Unfit(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
