package crateworks.music.tags;

import crateworks.music.naming.MusicExtensions;
import crateworks.music.tags.PhraseTree.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds tags in names: only whole words and phrases of a dictionary, never what merely looks like
 * one.
 *
 * <p>The result is ordered by confidence, category and term, has each term once with its best
 * confidence, and at most {@link #TAGS_MAX} tags; the same names always give the same tags.
 */
public final class Tagger {
    /** How many tags a file gets. */
    public static final int TAGS_MAX = 32;

    /** How many folders are read, counted from the file outwards. */
    public static final int FOLDERS_MAX = 16;

    /** How many track names are read. */
    public static final int TRACKS_MAX = 128;

    private static final double OF_FILE = 0.8;
    private static final double OF_TRACK = 0.7;
    private static final double OF_PROGRAM = 0.7;

    /** Program 0 is what a file has whose maker never chose one. */
    private static final double OF_PROGRAM_0 = 0.4;

    private static final double OF_NEAREST_FOLDER = 0.6;
    private static final double OF_FOLDER_LEAST = 0.4;
    private static final double LESS_PER_FOLDER = 0.05;
    private static final double OF_EVERYDAY_WORD = 0.6;
    private static final double OF_PARENT = 0.9;

    /** A track or program that names an instrument so surely is believed before the path. */
    private static final double SURELY_PLAYED = 0.6;

    /** Tracks carry the names of devices, which did not make the music. */
    private static final double OF_VENDOR_IN_TRACK = 0.5;

    private static final Comparator<Tag> ORDER =
            Comparator.comparingDouble(Tag::confidence)
                    .reversed()
                    .thenComparing(Tag::category)
                    .thenComparing(Tag::term);

    private final TagDictionary dictionary;

    public Tagger(TagDictionary dictionary) {
        this.dictionary = dictionary;
    }

    /**
     * Finds the tags of one file.
     *
     * @param folders outermost first
     * @param programs General MIDI programs from 0 to 127 of melodic channels; others are passed by
     */
    public List<Tag> tags(
            List<String> folders,
            String fileName,
            List<String> trackNames,
            List<Integer> programs) {
        var best = named(folders, fileName, trackNames, programs);
        return withParents(best);
    }

    /**
     * The same for what has nothing on the drum channel: words for drums in its path are a title's
     * where an instrument is named more surely, or by a track or program.
     */
    public List<Tag> tagsOffDrums(
            List<String> folders,
            String fileName,
            List<String> trackNames,
            List<Integer> programs) {
        var best = named(folders, fileName, trackNames, programs);
        double instrument = 0;
        boolean isPlayed = false;
        for (Tag tag : best.values()) {
            if (tag.category() == TagCategory.INSTRUMENT) {
                instrument = Math.max(instrument, tag.confidence());
                isPlayed |= !isOfPath(tag) && tag.confidence() >= SURELY_PLAYED;
            }
        }
        double surest = isPlayed ? Double.POSITIVE_INFINITY : instrument;
        best.values()
                .removeIf(
                        tag ->
                                tag.category() == TagCategory.DRUM
                                        && isOfPath(tag)
                                        && tag.confidence() < surest);
        return withParents(best);
    }

    private static boolean isOfPath(Tag tag) {
        return tag.source() == TagSource.FILE || tag.source() == TagSource.FOLDER;
    }

    private Map<String, Tag> named(
            List<String> folders,
            String fileName,
            List<String> trackNames,
            List<Integer> programs) {
        var best = new HashMap<String, Tag>();
        read(MusicExtensions.strip(fileName), TagSource.FILE, OF_FILE, best);
        int nearest = folders.size() - 1;
        for (int away = 0; away <= Math.min(nearest, FOLDERS_MAX - 1); away++) {
            double trust = Math.max(OF_FOLDER_LEAST, OF_NEAREST_FOLDER - away * LESS_PER_FOLDER);
            read(folders.get(nearest - away), TagSource.FOLDER, trust, best);
        }
        trackNames.stream()
                .limit(TRACKS_MAX)
                .forEach(name -> read(name, TagSource.TRACK, OF_TRACK, best));
        programs.stream().distinct().limit(TRACKS_MAX).forEach(each -> addProgram(each, best));
        return best;
    }

    private List<Tag> withParents(Map<String, Tag> best) {
        List.copyOf(best.values()).forEach(tag -> addParents(tag, best));
        return best.values().stream().sorted(ORDER).limit(TAGS_MAX).toList();
    }

    private void read(String text, TagSource source, double trust, Map<String, Tag> best) {
        List<String> words = dictionary.words(text);
        int from = 0;
        while (from < words.size()) {
            Optional<Match> match = dictionary.longest(words, from);
            if (match.isEmpty()) {
                from++;
                continue;
            }
            Term term = match.get().meaning().term();
            double confidence = trust * (match.get().meaning().everyday() ? OF_EVERYDAY_WORD : 1);
            boolean device = term.category() == TagCategory.VENDOR && source == TagSource.TRACK;
            add(term, source, device ? confidence * OF_VENDOR_IN_TRACK : confidence, best);
            from += match.get().words();
        }
    }

    private void addProgram(int program, Map<String, Tag> best) {
        double confidence = program == 0 ? OF_PROGRAM_0 : OF_PROGRAM;
        ProgramTerms.of(program)
                .flatMap(dictionary::term)
                .ifPresent(term -> add(term, TagSource.PROGRAM, confidence, best));
    }

    private void addParents(Tag tag, Map<String, Tag> best) {
        var open = new ArrayList<>(List.of(tag));
        while (!open.isEmpty()) {
            Tag child = open.removeLast();
            double confidence = child.confidence() * OF_PARENT;
            for (String name : dictionary.term(child.term()).map(Term::parents).orElse(List.of())) {
                Term parent = dictionary.term(name).orElseThrow();
                if (add(parent, TagSource.DERIVED, confidence, best)) {
                    open.add(best.get(parent.name()));
                }
            }
        }
    }

    /** Adds a tag unless the term is there and as credible; says whether it did. */
    private static boolean add(
            Term term, TagSource source, double confidence, Map<String, Tag> best) {
        double rounded = Math.round(confidence * 1000) / 1000.0;
        Tag known = best.get(term.name());
        if (known != null && known.confidence() >= rounded) {
            return false;
        }
        best.put(term.name(), new Tag(term.name(), term.category(), source, rounded));
        return true;
    }
}
