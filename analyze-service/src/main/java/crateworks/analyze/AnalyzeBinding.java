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
import crateworks.pipeline.port.Analysis.Recorded;
import crateworks.pipeline.port.BlobStore;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.UserValues.Field;
import crateworks.pipeline.port.Verdict;
import crateworks.pipeline.run.Binding;
import crateworks.pipeline.run.Fate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

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
        Iterator<Recorded> recorded = analysis.record(rows, rejected, exportFollows).iterator();
        var fates = new ArrayList<Fate<Analyzed>>(batch.size());
        for (int at = 0; at < batch.size(); at++) {
            fates.add(
                    outcomes.get(at) instanceof Outcome.Done<MusicRow> done
                            ? fate(batch.get(at), done.result(), recorded.next())
                            : new Fate.Refused<>());
        }
        return fates;
    }

    private static Fate<Analyzed> fate(Piece piece, MusicRow row, Recorded recorded) {
        return recorded.owns()
                ? new Fate.Onward<>(List.of(analyzed(piece, row, recorded.byHand())))
                : new Fate.Repeated<>();
    }

    private static Analyzed analyzed(Piece piece, MusicRow row, Map<Field, String> byHand) {
        return new Analyzed(
                Message.VERSION,
                piece.session(),
                piece.item(),
                piece.file(),
                piece.content(),
                piece.name(),
                piece.part(),
                bpm(row, byHand),
                set(Field.KEY, byHand).or(() -> named(row, row.keyName())),
                set(Field.CAMELOT, byHand).or(() -> named(row, row.camelot())),
                set(Field.METER, byHand).or(() -> row.meter().map(Analysis.Told::value)),
                row.bars(),
                set(Field.CATEGORY, byHand).orElse(row.category()),
                piece.tags().stream().map(TagMark::term).toList());
    }

    /** A key that is sure enough for a name. */
    private static Optional<String> named(MusicRow row, String key) {
        return row.tonic()
                .filter(told -> told.confidence() >= Analysis.KEY_NAMED_MIN)
                .flatMap(_ -> said(key));
    }

    private static OptionalDouble bpm(MusicRow row, Map<Field, String> byHand) {
        return set(Field.BPM, byHand)
                .map(Double::parseDouble)
                .or(() -> row.bpm().map(Analysis.Told::value))
                .stream()
                .mapToDouble(bpm -> bpm)
                .findAny();
    }

    private static Optional<String> set(Field field, Map<Field, String> byHand) {
        return Optional.ofNullable(byHand.get(field));
    }

    private static Optional<String> said(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}
