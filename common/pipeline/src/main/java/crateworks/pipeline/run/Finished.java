package crateworks.pipeline.run;

import crateworks.pipeline.message.Message;
import crateworks.pipeline.message.Parked;
import crateworks.pipeline.message.Progress;
import java.util.ArrayList;
import java.util.List;

/** A batch that is done but for its records: what goes on, what was given up, and the counts. */
public record Finished<N extends Message>(
        List<N> next, List<Parked> parked, List<Progress> progress) {
    public Finished {
        next = List.copyOf(next);
        parked = List.copyOf(parked);
        progress = List.copyOf(progress);
    }

    static <N extends Message> Finished<N> of(Performed<N> performed) {
        return new Finished<>(performed.next(), List.of(), performed.progress());
    }

    Finished<N> and(Finished<N> other) {
        return new Finished<>(
                joined(next, other.next),
                joined(parked, other.parked),
                Tally.merged(joined(progress, other.progress)));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        var all = new ArrayList<T>(first.size() + second.size());
        all.addAll(first);
        all.addAll(second);
        return all;
    }
}
