package crateworks.web.http;

import java.io.IOException;

/** What answers calls of one method and path. */
@FunctionalInterface
public interface Endpoint {
    /**
     * Answers {@code call}; refuses it with a {@link Problem}. Runs in a virtual thread and may
     * wait.
     *
     * @throws IOException when something outside cannot be used now, or the caller is gone
     */
    Answer answer(Call call) throws IOException, InterruptedException;
}
