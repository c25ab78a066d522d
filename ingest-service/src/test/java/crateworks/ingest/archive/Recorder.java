package crateworks.ingest.archive;

import java.util.ArrayList;
import java.util.List;

/** Keeps what comes out of an archive, as it is and as one line each. */
final class Recorder implements MemberSink {
    final List<Extracted> all = new ArrayList<>();

    @Override
    public void accept(Extracted extracted) {
        all.add(extracted);
    }

    long contentBytes() {
        long sum = 0;
        for (Extracted each : all) {
            sum += each instanceof Extracted.Member member ? member.content().length() : 0;
        }
        return sum;
    }

    List<String> lines() {
        return all.stream().map(Recorder::line).toList();
    }

    private static String line(Extracted extracted) {
        var place = extracted.place();
        String where = String.join("!/", place.chain().subList(1, place.chain().size()));
        String repeat = place.index() == 0 ? "" : " #" + place.index();
        String what =
                switch (extracted) {
                    case Extracted.Member _ -> "music ";
                    case Extracted.NotMusic(_, _, long size) -> "other " + size + " ";
                    case Extracted.Junk _ -> "junk ";
                    case Extracted.Skipped(_, var fault) -> fault.code() + " ";
                    case Extracted.Nested(_, _, var end) ->
                            "nested " + end.fault().map(fault -> fault.code() + " ").orElse("");
                };
        return what + where + repeat;
    }
}
