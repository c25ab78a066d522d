package crateworks.analyze;

import crateworks.music.analysis.Analyst;
import crateworks.music.analysis.Analyst.Extent;
import crateworks.music.analysis.Profile;
import crateworks.music.category.Decision;
import crateworks.music.category.Shelving;
import crateworks.music.clues.Clues;
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
                List<String> segments = segments(subject.piece());
                List<Tag> tags = subject.piece().tags().stream().map(AnalyzeStage::tag).toList();
                Profile profile =
                        Analyst.profile(file, Clues.of(segments), tags, extent(subject.piece()));
                Decision shelf = Shelving.decide(profile, tags, segments);
                yield new Outcome.Done<>(MusicRows.row(subject.piece(), profile, shelf), List.of());
            }
            case Reading.Illegible(int offset, var fault) ->
                    new Outcome.Rejected<>(
                            fault.code(), fault.sentence() + " (at byte " + offset + ")");
        };
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
