package crateworks.pipeline.run;

import crateworks.pipeline.message.Message;
import crateworks.pipeline.message.Progress;
import java.util.List;

/** What performing a batch leaves to be published. */
public record Performed<N extends Message>(List<N> next, List<Progress> progress) {
    public Performed {
        next = List.copyOf(next);
        progress = List.copyOf(progress);
    }
}
