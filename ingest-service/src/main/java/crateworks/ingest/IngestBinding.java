package crateworks.ingest;

import crateworks.ingest.Candidate.Material;
import crateworks.pipeline.Bytes;
import crateworks.pipeline.ContentHash;
import crateworks.pipeline.Outcome;
import crateworks.pipeline.StageName;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.message.Found;
import crateworks.pipeline.message.Ingested;
import crateworks.pipeline.message.Message;
import crateworks.pipeline.port.BlobStore;
import crateworks.pipeline.port.Claim;
import crateworks.pipeline.port.Ingestion;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Verdict;
import crateworks.pipeline.run.Binding;
import crateworks.pipeline.run.Fate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads found files, asks which contents are known, and records what the stage makes of them. */
public final class IngestBinding implements Binding<Found, Candidate, IngestStage.Entry, Ingested> {
    private static final String KIND = "midi";

    private final SourceReader sources;
    private final BlobStore blobs;
    private final Ingestion ingestion;

    public IngestBinding(SourceReader sources, BlobStore blobs, Ingestion ingestion) {
        this.sources = sources;
        this.blobs = blobs;
        this.ingestion = ingestion;
    }

    @Override
    public List<Candidate> gather(List<Found> batch) throws Outage, InterruptedException {
        List<Material> materials = materials(batch);
        var hashes = new LinkedHashMap<Integer, ContentHash>();
        for (int at = 0; at < batch.size(); at++) {
            if (materials.get(at) instanceof Material.Content(var bytes)) {
                hashes.put(at, hash(batch.get(at), bytes));
            }
        }
        Map<ContentHash, Ingestion.Known> known = ingestion.known(List.copyOf(hashes.values()));
        var candidates = new ArrayList<Candidate>(batch.size());
        for (int at = 0; at < batch.size(); at++) {
            Optional<Ingestion.Known> same = Optional.ofNullable(hashes.get(at)).map(known::get);
            Found found = batch.get(at);
            Optional<BlobRef> stored = found.content().or(() -> same.map(Ingestion.Known::content));
            candidates.add(
                    new Candidate(found.item(), found.origin(), materials.get(at), same, stored));
        }
        return candidates;
    }

    private ContentHash hash(Found found, Bytes bytes) {
        return found.content().map(BlobRef::hash).orElseGet(() -> blobs.hash(bytes));
    }

    private List<Material> materials(List<Found> batch) throws Outage, InterruptedException {
        List<BlobRef> packed = batch.stream().flatMap(found -> found.content().stream()).toList();
        var members = blobs.read(packed).iterator();
        var materials = new ArrayList<Material>(batch.size());
        for (Found found : batch) {
            materials.add(
                    found.content().isPresent()
                            ? new Material.Content(members.next())
                            : sources.read(found));
        }
        return materials;
    }

    @Override
    public List<Fate<Ingested>> record(
            List<Found> batch,
            List<Outcome<IngestStage.Entry>> outcomes,
            List<List<BlobRef>> stored)
            throws Outage {
        var contents = new ArrayList<Ingestion.Content>();
        var repeats = new ArrayList<Ingestion.Repeat>();
        var rejected = new ArrayList<Verdict>();
        for (int at = 0; at < batch.size(); at++) {
            Found found = batch.get(at);
            switch (outcomes.get(at)) {
                case Outcome.Done<IngestStage.Entry>(var entry, _) ->
                        contents.add(content(found, entry, stored.get(at)));
                case Outcome.Duplicate<IngestStage.Entry>(long file) ->
                        repeats.add(new Ingestion.Repeat(found.session(), found.item(), file));
                case Outcome.Rejected<IngestStage.Entry>(var code, var detail) ->
                        rejected.add(
                                new Verdict(
                                        found.session(),
                                        found.item(),
                                        StageName.INGEST,
                                        code,
                                        detail));
            }
        }
        Iterator<Claim> claims = ingestion.record(contents, repeats, rejected).iterator();
        Iterator<Ingestion.Content> claimed = contents.iterator();
        var fates = new ArrayList<Fate<Ingested>>(batch.size());
        for (int at = 0; at < batch.size(); at++) {
            fates.add(
                    switch (outcomes.get(at)) {
                        case Outcome.Done<IngestStage.Entry> _ ->
                                fate(batch.get(at), claimed.next(), claims.next());
                        case Outcome.Duplicate<IngestStage.Entry> _ -> new Fate.Repeated<>();
                        case Outcome.Rejected<IngestStage.Entry> _ -> new Fate.Refused<>();
                    });
        }
        return fates;
    }

    private static Ingestion.Content content(
            Found found, IngestStage.Entry entry, List<BlobRef> stored) {
        return new Ingestion.Content(
                found.session(),
                found.item(),
                entry.stored().orElseGet(stored::getFirst),
                KIND,
                entry.facts(),
                found.origin().fileName(),
                entry.tags());
    }

    private static Fate<Ingested> fate(Found found, Ingestion.Content content, Claim claim) {
        return switch (claim) {
            case Claim.Duplicate _ -> new Fate.Repeated<>();
            case Claim.Owner(long file) ->
                    new Fate.Onward<>(
                            List.of(
                                    new Ingested(
                                            Message.VERSION,
                                            found.session(),
                                            found.item(),
                                            file,
                                            found.origin(),
                                            content.content(),
                                            content.tags())));
        };
    }
}
