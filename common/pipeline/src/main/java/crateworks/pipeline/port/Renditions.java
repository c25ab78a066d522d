package crateworks.pipeline.port;

import crateworks.pipeline.ContentHash;
import crateworks.pipeline.message.BlobRef;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Files that are made for a drive: patterns, progressions, kits. Each belongs to a tree, which is a
 * word for what it is and where it lies.
 */
public interface Renditions {
    /**
     * A file of one part that has a place on a drive.
     *
     * @param bpm as it is heard
     * @param quarterBpm where its beats are not its quarters, since it was played freely over them:
     *     the tempo of these
     * @param key such as {@code Am}, empty when it is not known
     * @param bars as analysis counts them, 0 when it does not know
     * @param trees those in which it has a rendition
     */
    record Part(
            long file,
            BlobRef content,
            String name,
            String category,
            OptionalDouble bpm,
            OptionalDouble quarterBpm,
            String key,
            int bars,
            boolean drums,
            List<String> genres,
            List<String> trees) {
        public Part {
            genres = List.copyOf(genres);
            trees = List.copyOf(trees);
        }
    }

    /**
     * A file of several parts that has a place on a drive; {@code month} is such as {@code
     * 2024-05}.
     */
    record Song(long file, BlobRef content, String name, String month) {}

    /**
     * The chords of a file that has a place on a drive.
     *
     * @param chords JSON list of [start seconds, end seconds, label]
     * @param tonic the pitch class of its key
     * @param bpm as it is heard
     */
    record Chords(
            long file,
            String chords,
            int tonic,
            boolean minor,
            OptionalDouble bpm,
            List<String> genres) {
        public Chords {
            genres = List.copyOf(genres);
        }
    }

    /**
     * A file that was made.
     *
     * @param file what it was made of; empty for what a whole drive or pack has once
     * @param signature what it has in common with what need not be made again; may be empty
     */
    record Made(
            String tree,
            OptionalLong file,
            String path,
            String signature,
            ContentHash hash,
            long bytes) {}

    /** How many parts are to get renditions, and the notes of all of them. */
    record Coming(long parts, long notes) {}

    /** The parts of the session's ready files that have no rendition on {@code drive} yet. */
    Coming coming(long session, String drive, int notesMax) throws Outage;

    /**
     * Which parts get renditions.
     *
     * @param notesMax those with more notes get none
     * @param barsMax those that are longer get none
     * @param partsMax how many there are at most
     */
    record Limits(int notesMax, int barsMax, int partsMax) {}

    /** The parts on a drive within these limits, the best first. */
    void eachPart(String drive, Limits limits, Consumer<Part> sink) throws Outage;

    /** The songs on a drive that have no rendition in {@code tree}, the best first. */
    void eachSong(String drive, String tree, Consumer<Song> sink) throws Outage;

    /** The files on a drive of whose chords most is sure, at most {@code max}. */
    List<Chords> chords(String drive, int max) throws Outage;

    /** What was made for a tree of a drive, by path. */
    List<Made> made(String drive, String tree) throws Outage;

    /** Forgets that these files lie on the drive. */
    void forget(String drive, List<String> paths) throws Outage;

    /** Records what lies on the drive now; again for the same path replaces what was said. */
    void record(String drive, List<Made> made) throws Outage;
}
