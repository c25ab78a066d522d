package crateworks.benchmarks.corpus;

import tools.jackson.databind.json.JsonMapper;

/**
 * What a made collection holds, to check a ledger against.
 *
 * @param bases where the music is from
 * @param basesUsed base files that became at least one distinct file
 * @param distinct MIDI files of which no two have the same content
 * @param duplicates further files with the content of a distinct one
 * @param inArchives of the distinct and duplicate files, those that lie in archives
 * @param multiPart of the distinct files, those that are to be split
 * @param parts files that these are split into, all distinct
 * @param notMusic files, in folders and archives, that are called like something else
 * @param broken files that are called like MIDI files and are none
 * @param junk what systems left behind
 * @param archives archives, with those inside of others
 * @param bytes of all files that lie in folders, without archives
 */
public record Manifest(
        String bases,
        long seed,
        int basesUsed,
        int distinct,
        int duplicates,
        int inArchives,
        int multiPart,
        int multiTrack,
        int parts,
        int notMusic,
        int broken,
        int junk,
        int archives,
        int folders,
        long bytes) {

    /** Files that a source of this content has: archives are not files, their members are. */
    public int files() {
        return distinct + duplicates + notMusic + broken;
    }

    /** Files that have to be rejected. */
    public int rejected() {
        return notMusic + broken;
    }

    public String json() {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }
}
