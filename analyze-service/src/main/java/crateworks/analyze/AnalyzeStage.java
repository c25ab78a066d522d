package crateworks.analyze;

import crateworks.music.analysis.Analyst.Extent;
import crateworks.music.category.Appraisal;
import crateworks.music.midi.MidiFile;
import crateworks.music.midi.Reading;
import crateworks.music.midi.SmfReader;
import crateworks.music.tags.Tag;
import crateworks.music.tags.TagCategory;
import crateworks.music.tags.TagSource;
import crateworks.pipeline.Bytes;
import crateworks.pipeline.Outcome;
import crateworks.pipeline.Stage;
import crateworks.pipeline.message.Piece;
import crateworks.pipeline.message.TagMark;
import crateworks.pipeline.port.Analysis.MusicRow;
import java.util.ArrayList;
import java.util.List;

/** The stage that finds out what the music of a file is, and where the file belongs. */
public final class AnalyzeStage implements Stage<AnalyzeStage.Subject, MusicRow> {
    /** A file or a part, with its content. */
    public record Subject(Piece piece, Bytes content) {}

    @Override
    public List<Outcome<MusicRow>> process(List<Subject> batch) {
        return batch.stream().map(AnalyzeStage::analyze).toList();
    }

    private static Outcome<MusicRow> analyze(Subject subject) {
        return switch (SmfReader.read(subject.content().array())) {
            case Reading.Legible(var file, _) -> {
                Appraisal appraisal = appraisal(subject.piece(), file);
                yield new Outcome.Done<>(MusicRows.row(subject.piece(), appraisal), List.of());
            }
            case Reading.Illegible(int offset, var fault) ->
                    new Outcome.Rejected<>(
                            fault.code(), fault.sentence() + " (at byte " + offset + ")");
        };
    }

    /** What {@code file}, which is the content of {@code piece}, is and where it belongs. */
    public static Appraisal appraisal(Piece piece, MidiFile file) {
        List<Tag> tags = piece.tags().stream().map(AnalyzeStage::tag).toList();
        return Appraisal.of(file, segments(piece), tags, extent(piece));
    }

    private static Extent extent(Piece piece) {
        return piece.part().isPresent() ? Extent.PART : Extent.WHOLE;
    }

    /** Where the file was found, and for a part at last what the part is called. */
    private static List<String> segments(Piece piece) {
        var segments = new ArrayList<>(piece.origin().segments());
        piece.part().ifPresent(part -> segments.add(part.label()));
        return segments;
    }

    private static Tag tag(TagMark mark) {
        return new Tag(
                mark.term(),
                TagCategory.valueOf(mark.category()),
                TagSource.valueOf(mark.source()),
                mark.confidence());
    }
}
