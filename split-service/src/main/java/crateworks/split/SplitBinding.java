package crateworks.split;

import crateworks.pipeline.Bytes;
import crateworks.pipeline.ItemId;
import crateworks.pipeline.Outcome;
import crateworks.pipeline.StageName;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.message.Message;
import crateworks.pipeline.message.Piece;
import crateworks.pipeline.message.Sanitized;
import crateworks.pipeline.port.BlobStore;
import crateworks.pipeline.port.Claim;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Splitting;
import crateworks.pipeline.port.Splitting.PartRow;
import crateworks.pipeline.port.Verdict;
import crateworks.pipeline.run.Binding;
import crateworks.pipeline.run.Fate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Feeds the stage with contents, and sends files on together with the parts that are new. */
public final class SplitBinding
        implements Binding<Sanitized, SplitStage.Whole, List<SplitStage.Child>, Piece> {
    private final BlobStore blobs;
    private final Splitting splitting;

    public SplitBinding(BlobStore blobs, Splitting splitting) {
        this.blobs = blobs;
        this.splitting = splitting;
    }

    @Override
    public List<SplitStage.Whole> gather(List<Sanitized> batch)
            throws Outage, InterruptedException {
        Iterator<Bytes> contents =
                blobs.read(batch.stream().map(Sanitized::content).toList()).iterator();
        return batch.stream()
                .map(
                        file -> {
                            List<String> segments = file.origin().segments();
                            return new SplitStage.Whole(
                                    file.name(),
                                    segments.subList(0, Math.max(0, segments.size() - 1)),
                                    contents.next());
                        })
                .toList();
    }

    @Override
    public List<Fate<Piece>> record(
            List<Sanitized> batch,
            List<Outcome<List<SplitStage.Child>>> outcomes,
            List<List<BlobRef>> stored)
            throws Outage {
        var rows = new ArrayList<PartRow>();
        var rejected = new ArrayList<Verdict>();
        for (int at = 0; at < batch.size(); at++) {
            Sanitized file = batch.get(at);
            switch (outcomes.get(at)) {
                case Outcome.Done<List<SplitStage.Child>>(var children, _) ->
                        addRows(file, children, stored.get(at), rows);
                case Outcome.Rejected<List<SplitStage.Child>>(var code, var detail) ->
                        rejected.add(
                                new Verdict(
                                        file.session(),
                                        file.item(),
                                        StageName.SPLIT,
                                        code,
                                        detail));
                case Outcome.Duplicate<List<SplitStage.Child>> _ ->
                        throw new IllegalStateException("a split repeats no file");
            }
        }
        Iterator<Claim> claims = splitting.record(rows, rejected).iterator();
        Iterator<PartRow> claimed = rows.iterator();
        var fates = new ArrayList<Fate<Piece>>(batch.size());
        for (int at = 0; at < batch.size(); at++) {
            fates.add(
                    outcomes.get(at) instanceof Outcome.Done<List<SplitStage.Child>> done
                            ? onward(batch.get(at), done.result().size(), claimed, claims)
                            : new Fate.Refused<>());
        }
        return fates;
    }

    private static void addRows(
            Sanitized file,
            List<SplitStage.Child> children,
            List<BlobRef> contents,
            List<PartRow> rows) {
        for (int ordinal = 0; ordinal < children.size(); ordinal++) {
            SplitStage.Child child = children.get(ordinal);
            rows.add(
                    new PartRow(
                            file.session(),
                            ItemId.part(file.item(), ordinal),
                            file.file(),
                            file.item(),
                            child.track(),
                            child.channel(),
                            child.label(),
                            child.program(),
                            child.notes(),
                            contents.get(ordinal),
                            child.facts(),
                            child.name(),
                            child.tags()));
        }
    }

    private static Fate<Piece> onward(
            Sanitized file, int children, Iterator<PartRow> rows, Iterator<Claim> claims) {
        var pieces = new ArrayList<Piece>(1 + children);
        pieces.add(whole(file));
        for (int child = 0; child < children; child++) {
            PartRow row = rows.next();
            switch (claims.next()) {
                case Claim.Owner(long owned) -> pieces.add(part(file, row, owned));
                case Claim.Duplicate _ -> {}
            }
        }
        return new Fate.Onward<>(pieces);
    }

    private static Piece whole(Sanitized file) {
        return new Piece(
                Message.VERSION,
                file.session(),
                file.item(),
                file.file(),
                file.origin(),
                file.content(),
                file.tags(),
                file.name(),
                Optional.empty());
    }

    private static Piece part(Sanitized parent, PartRow row, long file) {
        return new Piece(
                Message.VERSION,
                row.session(),
                row.item(),
                file,
                parent.origin(),
                row.content(),
                row.tags(),
                row.name(),
                Optional.of(
                        new Piece.PartOf(parent.file(), row.track(), row.channel(), row.label())));
    }
}
