package crateworks.pipeline.run;

import crateworks.pipeline.message.Message;
import java.util.List;

/** What became of one record of a batch. */
public sealed interface Fate<N extends Message> {
    /** It goes on, as one record or, after a split, as several. */
    record Onward<N extends Message>(List<N> next) implements Fate<N> {
        public Onward {
            next = List.copyOf(next);
        }
    }

    /** Its content is in the library already. */
    record Repeated<N extends Message>() implements Fate<N> {}

    /** It can never be processed. */
    record Refused<N extends Message>() implements Fate<N> {}
}
