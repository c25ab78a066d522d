package crateworks.sanitize;

import crateworks.pipeline.Outcome;
import crateworks.pipeline.StageName;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.message.Ingested;
import crateworks.pipeline.message.Message;
import crateworks.pipeline.message.Sanitized;
import crateworks.pipeline.port.Naming;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.run.Binding;
import crateworks.pipeline.run.Fate;
import java.util.ArrayList;
import java.util.List;

/** Feeds the stage with the names of files, and records what it makes of them. */
public final class SanitizeBinding implements Binding<Ingested, String, String, Sanitized> {
    private final Naming naming;

    public SanitizeBinding(Naming naming) {
        this.naming = naming;
    }

    @Override
    public List<String> gather(List<Ingested> batch) {
        return batch.stream().map(ingested -> ingested.origin().fileName()).toList();
    }

    @Override
    public List<Fate<Sanitized>> record(
            List<Ingested> batch, List<Outcome<String>> outcomes, List<List<BlobRef>> stored)
            throws Outage {
        var names = new ArrayList<Naming.Name>(batch.size());
        var fates = new ArrayList<Fate<Sanitized>>(batch.size());
        for (int at = 0; at < batch.size(); at++) {
            Ingested ingested = batch.get(at);
            switch (outcomes.get(at)) {
                case Outcome.Done<String>(var name, _) -> {
                    names.add(
                            new Naming.Name(
                                    ingested.item(),
                                    ingested.file(),
                                    StageName.SANITIZE,
                                    name,
                                    "safe on drives"));
                    fates.add(new Fate.Onward<>(List.of(named(ingested, name))));
                }
                case Outcome.Duplicate<String> _, Outcome.Rejected<String> _ ->
                        throw new IllegalStateException("every name can be made safe");
            }
        }
        naming.record(names);
        return fates;
    }

    private static Sanitized named(Ingested ingested, String name) {
        return new Sanitized(
                Message.VERSION,
                ingested.session(),
                ingested.item(),
                ingested.file(),
                ingested.origin(),
                ingested.content(),
                ingested.tags(),
                name);
    }
}
