package crateworks.pipeline.port;

import crateworks.pipeline.query.CamelotKey;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The analysed files of the library, searched by what people know of music. */
public interface LibrarySearch {
    /** Numbers from {@code least} to {@code most}, both included. */
    record Range(OptionalDouble least, OptionalDouble most) {
        public static final Range ALL = new Range(OptionalDouble.empty(), OptionalDouble.empty());

        public boolean isAll() {
            return least.isEmpty() && most.isEmpty();
        }
    }

    /**
     * What must be true of a file; empty parts ask for nothing.
     *
     * @param text words that each begin a word of its name, its place or its tags
     * @param keys of which it has one
     * @param categories of which it has one
     * @param tags that it has all
     * @param folder where it was found first, at any depth
     * @param part whether it is a part of a song, or none
     * @param alike a file that it sounds like
     */
    record Question(
            String text,
            Range bpm,
            List<CamelotKey> keys,
            List<String> categories,
            List<String> tags,
            Range bars,
            Range seconds,
            Optional<String> folder,
            Optional<Boolean> part,
            OptionalLong alike) {
        public static final Question EVERYTHING =
                new Question(
                        "",
                        Range.ALL,
                        List.of(),
                        List.of(),
                        List.of(),
                        Range.ALL,
                        Range.ALL,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty());

        public Question {
            keys = List.copyOf(keys);
            categories = List.copyOf(categories);
            tags = List.copyOf(tags);
        }
    }

    /** A file that was found; texts are empty where nothing is known. */
    record Hit(
            long id,
            String name,
            boolean part,
            String place,
            OptionalDouble bpm,
            String key,
            String camelot,
            String meter,
            String category,
            OptionalInt bars,
            double seconds,
            int notes,
            List<String> tags) {}

    /** A value, and how many files have it. */
    record Count(String value, long files) {}

    /**
     * How files are spread.
     *
     * @param exact whether all were counted
     * @param bpm by whole beats a minute
     * @param camelot by places on the wheel
     * @param kinds {@code song} and {@code part}
     * @param pending files that are not searchable yet
     */
    record Counts(
            long files,
            boolean exact,
            List<Count> bpm,
            List<Count> camelot,
            List<Count> categories,
            List<Count> kinds,
            long pending) {}

    /** A tag that files have. */
    record TagWord(String term, String category) {}

    /** A question that would take too long; a narrower one may do. */
    final class TooSlow extends IOException {
        private static final long serialVersionUID = 1L;

        public TooSlow(Throwable cause) {
            super("the search takes too long", cause);
        }
    }

    /**
     * The files that fulfil a question, newest first.
     *
     * @param before the last file of the page before; empty for the first page
     */
    List<Hit> find(Question question, OptionalLong before, int max) throws Outage, TooSlow;

    /** How the files are spread that fulfil a question; counts no more than {@code max} of them. */
    Counts counts(Question question, int max) throws Outage, TooSlow;

    /** Files in a compatible key and a near tempo, the nearest first, other categories before. */
    List<Hit> playsWith(long file, int max) throws Outage, TooSlow;

    /** Tags that begin with {@code prefix}. */
    List<TagWord> tags(String prefix, int max) throws Outage;

    /** Makes at most {@code max} changed files searchable; returns how many it were. */
    int refresh(int max) throws Outage;
}
