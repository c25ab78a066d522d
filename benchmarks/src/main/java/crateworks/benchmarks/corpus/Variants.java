package crateworks.benchmarks.corpus;

import crateworks.music.midi.MidiBytes;
import crateworks.music.midi.MidiFile;
import crateworks.music.midi.Reading;
import crateworks.music.split.Part;
import crateworks.music.split.Splitter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * An endless row of files of which none, and no part of any, has the content of another: one
 * variation of each base, then another one of each, and so on.
 *
 * <p>A base that is no music, or whose parts are too short for yet another variation, is passed
 * over from then on. Memory: a number for each content.
 */
final class Variants {
    private static final int ATTEMPTS_MAX = 12;
    private static final int VELOCITY_SPREAD = 6;

    private final Bases bases;
    private final SplittableRandom random;
    private final Set<Long> contents = new HashSet<>();
    private final BitSet exhausted = new BitSet();
    private int nextBase;

    Variants(Bases bases, long seed) {
        this.bases = bases;
        random = new SplittableRandom(seed);
    }

    /**
     * @param partCount the files that it is to be split into; 0 where it stays whole
     */
    record Variant(
            MidiBytes content, int base, int trackCount, int partCount, int microsPerQuarter) {}

    /** The next one; empty when no base has one left. */
    Optional<Variant> next() throws IOException {
        for (int passed = 0; passed < bases.count(); passed++) {
            int base = nextBase;
            nextBase = (nextBase + 1) % bases.count();
            if (exhausted.get(base)) {
                continue;
            }
            Optional<Variant> variant = vary(base);
            if (variant.isPresent()) {
                return variant;
            }
            exhausted.set(base);
        }
        return Optional.empty();
    }

    private Optional<Variant> vary(int base) throws IOException {
        if (!(MidiBytes.copyOf(bases.bytes(base)).read() instanceof Reading.Legible(var file, _))
                || file.format() == 2
                || file.notes().count() == 0) {
            return Optional.empty();
        }
        for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
            var content = Variation.of(file, random.nextLong(), VELOCITY_SPREAD * attempt);
            if (content.read() instanceof Reading.Legible(MidiFile varied, _)
                    && varied.trackCount() == file.trackCount()) {
                List<Part> parts = Splitter.split(varied);
                if (isNew(content, parts)) {
                    int tempo = varied.tempoMap().microsPerQuarter(0);
                    return Optional.of(
                            new Variant(content, base, file.trackCount(), parts.size(), tempo));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Whether file and parts are unlike one another and all before. Numbers that agree by chance
     * only cost an attempt.
     */
    private boolean isNew(MidiBytes content, List<Part> parts) {
        var added = new ArrayList<Long>(parts.size() + 1);
        added.add(Contents.number(content));
        parts.forEach(part -> added.add(Contents.number(part.content())));
        for (int at = 0; at < added.size(); at++) {
            if (!contents.add(added.get(at))) {
                added.subList(0, at).forEach(contents::remove);
                return false;
            }
        }
        return true;
    }
}
