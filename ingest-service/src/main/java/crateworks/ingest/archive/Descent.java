package crateworks.ingest.archive;

import crateworks.ingest.archive.ArchiveFault.Code;
import crateworks.ingest.archive.Container.Entry;
import crateworks.ingest.archive.Extracted.Junk;
import crateworks.ingest.archive.Extracted.Member;
import crateworks.ingest.archive.Extracted.Nested;
import crateworks.ingest.archive.Extracted.NotMusic;
import crateworks.ingest.archive.Extracted.Place;
import crateworks.ingest.archive.Extracted.Skipped;
import crateworks.ingest.source.ContentKind;
import crateworks.ingest.source.LeftoverNames;
import crateworks.pipeline.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * One way down through an archive and those in it. Libraries are only called in {@link Guard},
 * which makes a fault of whatever they throw; the sink is only called outside of it.
 */
final class Descent {
    private final Spool.Scratch scratch;
    private final Budget budget;
    private final MemberSink sink;
    private final Guard guard;
    private final PlaceTally places = new PlaceTally();

    Descent(Spool.Scratch scratch, Budget budget, MemberSink sink) {
        this.scratch = scratch;
        this.budget = budget;
        this.sink = sink;
        this.guard = new Guard(budget);
    }

    ArchiveEnd read(ContentKind kind, Packed packed, String name)
            throws IOException, InterruptedException {
        return read(kind, packed, name, List.of(name), 1);
    }

    private ArchiveEnd read(
            ContentKind kind, Packed packed, String name, List<String> chain, int depth)
            throws IOException, InterruptedException {
        var counts = new ArchiveCounts();
        var openers = new Openers(scratch, budget);
        Optional<ArchiveFault> fault;
        try {
            Container container = guard.get(() -> openers.open(kind, packed, name));
            fault = readAll(container, chain, depth, counts);
        } catch (Broken e) {
            fault = Optional.of(e.fault());
        } finally {
            guard.close(openers);
        }
        return counts.end(fault);
    }

    private Optional<ArchiveFault> readAll(
            Container container, List<String> chain, int depth, ArchiveCounts counts)
            throws IOException, InterruptedException, Broken {
        var open = new Open(container, chain, depth, counts, new ArrayList<>());
        try {
            var entry = guard.get(container::next);
            while (entry.isPresent()) {
                counts.entry(container);
                take(open, entry.get());
                entry = guard.get(container::next);
            }
        } catch (Broken e) {
            release(open);
            throw e;
        }
        if (!counts.isLocked() || container.fault().isPresent()) {
            release(open);
        }
        return container.fault();
    }

    /**
     * An archive in the middle of being read.
     *
     * @param held encrypted members, as long as it has no others: an archive that is locked as a
     *     whole counts once, not with each of them
     */
    private record Open(
            Container container,
            List<String> chain,
            int depth,
            ArchiveCounts counts,
            List<Extracted> held) {
        List<String> chain(Entry entry) {
            var inside = new ArrayList<>(chain);
            inside.add(entry.name());
            return inside;
        }
    }

    private void take(Open open, Entry entry) throws IOException, InterruptedException, Broken {
        if (!(open.container() instanceof ZipContainer)) {
            guard.run(() -> budget.entries(1)); // those of a zip were counted in its directory
        }
        Optional<Code> refused =
                switch (entry.form()) {
                    case FILE, FOLDER -> Optional.empty();
                    case LINK -> Optional.of(Code.LINK);
                    case DEVICE -> Optional.of(Code.DEVICE);
                    case ENCRYPTED -> Optional.of(Code.ENCRYPTED);
                    case UNSUPPORTED -> Optional.of(Code.UNSUPPORTED);
                    case SPLIT -> Optional.of(Code.MULTI_PART);
                };
        if (entry.form() == Container.Form.FOLDER) {
            return;
        }
        if (LeftoverNames.isJunkPath(entry.name())) {
            put(open, new Junk(place(open, entry)));
        } else if (refused.isPresent()) {
            skip(open, entry, new ArchiveFault(refused.get(), Diagnosis.sentence(refused.get())));
        } else {
            look(open, entry);
        }
    }

    private void look(Open open, Entry entry) throws IOException, InterruptedException, Broken {
        try {
            InputStream content = guard.get(open.container()::content);
            byte[] head = guard.get(() -> content.readNBytes(ContentKind.HEAD_BYTES));
            ContentKind kind = ContentKind.of(head, entry.name());
            if (kind.isMusic()) {
                Bytes whole = guard.get(() -> whole(entry, head, content));
                put(open, new Member(place(open, entry), kind, entry.modifiedMicros(), whole));
            } else if (kind.isArchive()) {
                descend(open, entry, kind, head, content);
            } else {
                long size = guard.get(() -> size(entry, head, content));
                put(open, new NotMusic(place(open, entry), entry.modifiedMicros(), size));
            }
        } catch (Broken e) {
            boolean tooLarge = e.fault().code() == Code.MEMBER_TOO_LARGE;
            if (open.container().isSingle() && !tooLarge) {
                throw e; // it stands for the archive, which bears the fault
            }
            skip(open, entry, e.fault());
            if (budget.reached().isPresent() || (open.container().endsAtDamage() && !tooLarge)) {
                throw e;
            }
        }
    }

    private Bytes whole(Entry entry, byte[] head, InputStream rest) throws IOException {
        int most = budget.limits().memberBytesMax();
        var both = new SequenceInputStream(new ByteArrayInputStream(head), rest);
        byte[] bytes = both.readNBytes(most + 1);
        if (bytes.length > most) {
            String sentence = "It is larger than " + most + " bytes, unlike any music.";
            throw new Refusal(Code.MEMBER_TOO_LARGE, sentence);
        }
        if (entry.crc32().isPresent()) {
            var crc32 = new CRC32();
            crc32.update(bytes);
            if (crc32.getValue() != entry.crc32().getAsLong()) {
                throw new Refusal(Code.DAMAGED, Diagnosis.sentence(Code.DAMAGED));
            }
        }
        return Bytes.of(bytes);
    }

    private static long size(Entry entry, byte[] head, InputStream rest) throws IOException {
        if (entry.size().isPresent()) {
            return entry.size().getAsLong();
        }
        return head.length + rest.skip(Long.MAX_VALUE);
    }

    private void descend(Open open, Entry entry, ContentKind kind, byte[] head, InputStream rest)
            throws IOException, InterruptedException, Broken {
        if (open.depth() >= budget.limits().depthMax()) {
            skip(open, entry, new ArchiveFault(Code.TOO_DEEP, Diagnosis.sentence(Code.TOO_DEEP)));
            return;
        }
        boolean single = open.container().isSingle();
        List<String> chain = single ? open.chain() : open.chain(entry);
        Packed packed =
                new Packed.InStream(
                        new Unclosed(
                                new SequenceInputStream(new ByteArrayInputStream(head), rest)));
        ArchiveEnd end = read(kind, packed, entry.name(), chain, open.depth() + 1);
        if (single) {
            open.counts().adopt(end);
        } else {
            put(open, new Nested(place(open, entry), entry.modifiedMicros(), end));
        }
        if (budget.reached().isPresent()) {
            throw new Broken(budget.reached().get());
        }
    }

    private void skip(Open open, Entry entry, ArchiveFault fault) throws InterruptedException {
        put(open, new Skipped(place(open, entry), fault));
    }

    private Place place(Open open, Entry entry) {
        return places.next(open.chain(entry));
    }

    private void put(Open open, Extracted extracted) throws InterruptedException {
        open.counts().count(extracted);
        if (extracted instanceof Skipped && open.counts().isLocked()) {
            open.held().add(extracted);
            return;
        }
        if (!open.counts().isLocked()) {
            release(open);
        }
        sink.accept(extracted);
    }

    private void release(Open open) throws InterruptedException {
        for (Extracted each : open.held()) {
            sink.accept(each);
        }
        open.held().clear();
    }
}
