package crateworks.analyze;

import crateworks.pipeline.Bytes;
import crateworks.pipeline.Outcome;
import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Analyzed;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.message.Message;
import crateworks.pipeline.message.Piece;
import crateworks.pipeline.message.TagMark;
import crateworks.pipeline.port.Analysis;
import crateworks.pipeline.port.Analysis.MusicRow;
import crateworks.pipeline.port.BlobStore;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Verdict;
import crateworks.pipeline.run.Binding;
import crateworks.pipeline.run.Fate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** Feeds the stage with contents, and records what it finds out. */
public final class AnalyzeBinding
        implements Binding<Piece, AnalyzeStage.Subject, MusicRow, Analyzed> {
    private final BlobStore blobs;
    private final Analysis analysis;
    private final boolean exportFollows;

    /** {@code exportFollows}: files that are analysed are not at their end yet. */
    public AnalyzeBinding(BlobStore blobs, Analysis analysis, boolean exportFollows) {
        this.blobs = blobs;
        this.analysis = analysis;
        this.exportFollows = exportFollows;
    }

    @Override
    public List<AnalyzeStage.Subject> gather(List<Piece> batch)
            throws Outage, InterruptedException {
        Iterator<Bytes> contents =
                blobs.read(batch.stream().map(Piece::content).toList()).iterator();
        return batch.stream()
                .map(piece -> new AnalyzeStage.Subject(piece, contents.next()))
                .toList();
    }

    @Override
    public List<Fate<Analyzed>> record(
            List<Piece> batch, List<Outcome<MusicRow>> outcomes, List<List<BlobRef>> stored)
            throws Outage {
        var rows = new ArrayList<MusicRow>(batch.size());
        var rejected = new ArrayList<Verdict>();
        for (int at = 0; at < batch.size(); at++) {
            Piece piece = batch.get(at);
            switch (outcomes.get(at)) {
                case Outcome.Done<MusicRow>(var row, _) -> rows.add(row);
                case Outcome.Rejected<MusicRow>(var code, var detail) ->
                        rejected.add(
                                new Verdict(
                                        piece.session(),
                                        piece.item(),
                                        StageName.ANALYZE,
                                        code,
                                        detail));
                case Outcome.Duplicate<MusicRow> _ ->
                        throw new IllegalStateException("an analysis repeats no file");
            }
        }
        Iterator<Boolean> owns = analysis.record(rows, rejected, exportFollows).iterator();
        var fates = new ArrayList<Fate<Analyzed>>(batch.size());
        for (int at = 0; at < batch.size(); at++) {
            fates.add(
                    outcomes.get(at) instanceof Outcome.Done<MusicRow> done
                            ? fate(batch.get(at), done.result(), owns.next())
                            : new Fate.Refused<>());
        }
        return fates;
    }

    private static Fate<Analyzed> fate(Piece piece, MusicRow row, boolean owns) {
        return owns ? new Fate.Onward<>(List.of(analyzed(piece, row))) : new Fate.Repeated<>();
    }

    private static Analyzed analyzed(Piece piece, MusicRow row) {
        return new Analyzed(
                Message.VERSION,
                piece.session(),
                piece.item(),
                piece.file(),
                piece.content(),
                piece.name(),
                piece.part(),
                row.bpm().map(bpm -> OptionalDouble.of(bpm.value())).orElse(OptionalDouble.empty()),
                Optional.of(row.keyName()).filter(Predicate.not(String::isEmpty)),
                Optional.of(row.camelot()).filter(Predicate.not(String::isEmpty)),
                row.meter().map(Analysis.Told::value),
                row.bars(),
                row.category(),
                piece.tags().stream().map(TagMark::term).toList());
    }
}
