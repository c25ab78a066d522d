package crateworks.pipeline.run;

import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Message;
import crateworks.pipeline.message.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Counts what became of a batch, for each session that it holds records of. */
public final class Tally {
    private Tally() {}

    /** The records that go on and the counts; {@code busyMicros} is shared out by records. */
    public static <M extends Message, N extends Message> Performed<N> of(
            StageName stage, List<M> batch, List<Fate<N>> fates, long busyMicros) {
        var next = new ArrayList<N>(batch.size());
        var progress = new ArrayList<Progress>(batch.size());
        for (int at = 0; at < batch.size(); at++) {
            long session = batch.get(at).session();
            long micros = busyMicros / batch.size();
            progress.add(
                    switch (fates.get(at)) {
                        case Fate.Onward<N>(var records) -> {
                            next.addAll(records);
                            yield of(session, stage.word(), records.size(), 0, 0, 0, micros);
                        }
                        case Fate.Repeated<N>() -> of(session, stage.word(), 0, 1, 0, 0, micros);
                        case Fate.Refused<N>() -> of(session, stage.word(), 0, 0, 1, 0, micros);
                    });
        }
        return new Performed<>(next, merged(progress));
    }

    /** The count of one record that a stage gave up. */
    static Progress parked(StageName stage, Message message) {
        return of(message.session(), stage.word(), 0, 0, 0, 1, 0);
    }

    /** One count for each session and stage. */
    public static List<Progress> merged(List<Progress> counts) {
        record Of(long session, String stage) {}
        var sums = new LinkedHashMap<Of, Progress>();
        for (Progress count : counts) {
            sums.merge(new Of(count.session(), count.stage()), count, Progress::plus);
        }
        return List.copyOf(sums.values());
    }

    private static Progress of(
            long session,
            String stage,
            long out,
            long duplicate,
            long rejected,
            long parked,
            long busyMicros) {
        return new Progress(
                Message.VERSION, session, stage, 1, out, duplicate, rejected, parked, busyMicros);
    }
}
