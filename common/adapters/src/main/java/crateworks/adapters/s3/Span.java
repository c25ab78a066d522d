package crateworks.adapters.s3;

import crateworks.pipeline.message.BlobRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A range of a pack that is fetched with one request, and what is wanted of it.
 *
 * <p>A small read costs as much as a small object, whatever its size: neighbours less than {@value
 * #GAP_BYTES_MAX} bytes apart are fetched together, and a pack of which more than {@value
 * #WHOLE_FROM_BYTES} bytes are wanted is fetched whole.
 */
record Span(String pack, long offset, long length, boolean whole, List<BlobRef> wanted) {
    static final int GAP_BYTES_MAX = 1 << 20;
    static final int WHOLE_FROM_BYTES = 1 << 20;

    Span {
        wanted = List.copyOf(wanted);
    }

    /** The spans of one pack. */
    static List<Span> of(String pack, List<BlobRef> refs) {
        long wantedBytes = refs.stream().mapToLong(BlobRef::length).sum();
        if (wantedBytes > WHOLE_FROM_BYTES) {
            return List.of(new Span(pack, 0, 0, true, refs));
        }
        List<BlobRef> sorted =
                refs.stream().sorted(Comparator.comparingLong(BlobRef::offset)).toList();
        var spans = new ArrayList<Span>();
        int from = 0;
        long end = endOf(sorted.getFirst());
        for (int at = 1; at < sorted.size(); at++) {
            BlobRef next = sorted.get(at);
            if (next.offset() - end > GAP_BYTES_MAX) {
                spans.add(part(pack, sorted.subList(from, at), end));
                from = at;
            }
            end = Math.max(end, endOf(next));
        }
        spans.add(part(pack, sorted.subList(from, sorted.size()), end));
        return spans;
    }

    private static Span part(String pack, List<BlobRef> wanted, long end) {
        long offset = wanted.getFirst().offset();
        return new Span(pack, offset, end - offset, false, wanted);
    }

    private static long endOf(BlobRef ref) {
        return ref.offset() + ref.length();
    }
}
