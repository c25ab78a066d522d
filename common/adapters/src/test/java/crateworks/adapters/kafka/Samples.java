package crateworks.adapters.kafka;

import crateworks.pipeline.ContentHash;
import crateworks.pipeline.message.Analyzed;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.message.Exported;
import crateworks.pipeline.message.Found;
import crateworks.pipeline.message.Ingested;
import crateworks.pipeline.message.Message;
import crateworks.pipeline.message.Origin;
import crateworks.pipeline.message.Parked;
import crateworks.pipeline.message.Piece;
import crateworks.pipeline.message.Progress;
import crateworks.pipeline.message.Sanitized;
import crateworks.pipeline.message.TagMark;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.LongStream;

/** One record of each kind, and many of one kind. */
final class Samples {
    private static final Origin ORIGIN =
            new Origin(
                    "/music", "packs/\u30c9\u30e9\u30e0 & Bass.zip", "Loops/128bpm_F#m \"A\".mid");
    private static final BlobRef CONTENT =
            new BlobRef(
                    "0192f0c1a2b3-00112233445566aa",
                    81_920,
                    13_337,
                    new ContentHash(
                            "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262"));
    private static final List<TagMark> TAGS =
            List.of(new TagMark("bass", "instrument", "folder", 0.9));

    private Samples() {}

    static List<Record> ofEachKind() {
        return List.of(
                new Found(1, 7, 1 << 20, ORIGIN, 13_337, 1_700_000_000_000_000L, Optional.empty()),
                new Ingested(1, 7, 1 << 20, 1 << 20, ORIGIN, CONTENT, TAGS),
                new Sanitized(1, 7, 1 << 20, 1 << 20, ORIGIN, CONTENT, TAGS, "Loop.mid"),
                new Piece(
                        1,
                        7,
                        1 << 20,
                        1 << 20,
                        ORIGIN,
                        CONTENT,
                        List.of(),
                        "Loop-Bass.mid",
                        Optional.of(new Piece.PartOf(1 << 20, 3, 10, "Drums"))),
                new Analyzed(
                        1,
                        7,
                        1 << 20,
                        1 << 20,
                        CONTENT,
                        "Loop.mid",
                        Optional.empty(),
                        OptionalDouble.of(128.5),
                        Optional.of("F#m"),
                        Optional.of("11A"),
                        Optional.empty(),
                        OptionalInt.of(8),
                        "Bass",
                        List.of("bass", "dark")),
                new Exported(1, 7, 1 << 20, 1 << 20, "MPC", "Bass/Loop.mid", CONTENT.hash().hex()),
                new Parked(
                        1,
                        7,
                        1 << 20,
                        1 << 20,
                        "split",
                        "TIMED_OUT",
                        "took longer",
                        3,
                        "{\"a\":1}"),
                new Progress(1, 7, "split", 500, 1_200, 3, 2, 1, 123_456));
    }

    /** Found files {@code from} to {@code to}, exclusively, as a search would send them. */
    static List<Found> found(long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(
                        item ->
                                new Found(
                                        Message.VERSION,
                                        1,
                                        item,
                                        ORIGIN,
                                        13_337,
                                        1_700_000_000_000_000L,
                                        Optional.of(CONTENT)))
                .toList();
    }
}
