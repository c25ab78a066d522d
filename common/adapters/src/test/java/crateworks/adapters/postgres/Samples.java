package crateworks.adapters.postgres;

import crateworks.pipeline.ContentHash;
import crateworks.pipeline.ItemId;
import crateworks.pipeline.StageName;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.message.Message;
import crateworks.pipeline.message.Origin;
import crateworks.pipeline.message.Parked;
import crateworks.pipeline.message.TagMark;
import crateworks.pipeline.port.Analysis.MusicRow;
import crateworks.pipeline.port.Analysis.Told;
import crateworks.pipeline.port.Discoveries.End;
import crateworks.pipeline.port.Discoveries.Sighting;
import crateworks.pipeline.port.Ingestion.Content;
import crateworks.pipeline.port.Ingestion.SmfFacts;
import crateworks.pipeline.port.Naming;
import crateworks.pipeline.port.Splitting.PartRow;
import crateworks.pipeline.port.Verdict;
import crateworks.pipeline.session.DriveWishes;
import crateworks.pipeline.session.Order;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Values for rows; a content is named by a small number. */
final class Samples {
    static final String SOURCE = "/music";
    static final String DRIVE = "/media/drive";
    static final List<TagMark> TAGS =
            List.of(
                    new TagMark("bass", "instrument", "folder", 0.9),
                    new TagMark("funk", "GENRE", "file name", 0.65));

    private Samples() {}

    static Order order() {
        return order(List.of(SOURCE), Optional.empty());
    }

    static Order order(List<String> sources, Optional<String> drive) {
        return new Order(
                sources,
                List.of(StageName.values()),
                drive,
                "mpc-one",
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                DriveWishes.DEFAULT);
    }

    static ContentHash hash(int content) {
        return new ContentHash("%064x".formatted(content));
    }

    static BlobRef blob(int content) {
        return new BlobRef("packs/" + content % 3, content * 10L, 1_000 + content, hash(content));
    }

    static Sighting sighting(String path) {
        return sighting(path, Optional.empty());
    }

    static Sighting sighting(String path, Optional<End> end) {
        return new Sighting(
                new Origin(SOURCE, path, ""),
                0,
                1_234,
                1_700_000_000_000_000L,
                Optional.empty(),
                end);
    }

    static Sighting member(String path, String member, int content) {
        return new Sighting(
                new Origin(SOURCE, path, member),
                0,
                1_234,
                1_700_000_000_000_000L,
                Optional.of(blob(content)),
                Optional.empty());
    }

    static SmfFacts facts(int content) {
        return new SmfFacts(1, 3, 480, 60_000_000L + content, 100 + content, "RUNNING_STATUS");
    }

    static Content content(long session, long item, int content) {
        return new Content(
                session, item, blob(content), "midi", facts(content), "tune " + item, TAGS);
    }

    static PartRow part(long session, long parentItem, long parent, int ordinal, int content) {
        return new PartRow(
                session,
                ItemId.part(parentItem, ordinal),
                parent,
                parentItem,
                ordinal,
                ordinal + 1,
                "part " + ordinal,
                33,
                50,
                blob(content),
                facts(content),
                "part_" + ordinal + ".mid",
                TAGS);
    }

    static Naming.Name name(long item, long file, String name) {
        return new Naming.Name(item, file, StageName.SANITIZE, name, "safe on drives");
    }

    static Verdict verdict(long session, long item, StageName stage) {
        return new Verdict(session, item, stage, "NOT_A_MIDI_FILE", "There is no header.");
    }

    static Parked parked(long session, long item, StageName stage) {
        return new Parked(
                Message.VERSION,
                session,
                item,
                item,
                stage.word(),
                "TIMED_OUT",
                "It took long.",
                3,
                "{}");
    }

    static MusicRow music(long session, long item, long file) {
        return music(session, item, file, OptionalDouble.of(128.5), "Am");
    }

    static MusicRow music(long session, long item, long file, OptionalDouble bpm, String keyName) {
        return new MusicRow(
                session,
                item,
                file,
                7,
                bpm.isPresent()
                        ? Optional.of(new Told<>(bpm.getAsDouble(), 0.8, "tempo event"))
                        : Optional.empty(),
                keyName.isEmpty() ? Optional.empty() : Optional.of(new Told<>(9, 0.7, "notes")),
                keyName.isEmpty() ? "" : "minor",
                keyName,
                keyName.isEmpty() ? "" : "8A",
                Optional.of(new Told<>("4/4", 0.9, "meta event")),
                OptionalInt.of(16),
                30_000_000,
                150,
                true,
                0.6,
                List.of(10),
                List.of("kick", "snare"),
                "bass",
                0.5,
                "bass",
                OptionalInt.of(36),
                OptionalInt.empty(),
                OptionalDouble.of(4.25),
                "[[0.0,1.5,\"Am\"]]",
                "i-VI-III-VII",
                OptionalLong.of(71),
                OptionalLong.of(0b1011),
                """
                {"quarterBpm":120,"romans":["i","VI"],"voicing":"MONO","velocityMean":90.5,"drumPattern":"GROOVE","drumSwing":0.6,\
                "drumTechniques":["ROLL"],"drumCounts":{"KICK":4}}\
                """,
                "Bass",
                0.75,
                "tag bass",
                List.of(new TagMark("minor", "mood", "analysis", 0.7)));
    }
}
