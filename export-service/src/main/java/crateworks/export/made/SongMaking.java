package crateworks.export.made;

import crateworks.music.drive.DriveLayout;
import crateworks.music.drive.FolderNames;
import crateworks.music.drive.MadeTree;
import crateworks.music.naming.SafeName;
import crateworks.pipeline.Bytes;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.port.BlobStore;
import crateworks.pipeline.port.DamagedBlob;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Renditions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Puts songs of several parts, whole, into folders of the months in which their sources were
 * changed last: that is when they were made, and it is the same for every export.
 */
final class SongMaking {
    private static final int SONGS_AT_ONCE = 256;

    private final Renditions renditions;
    private final BlobStore blobs;

    SongMaking(Renditions renditions, BlobStore blobs) {
        this.renditions = renditions;
        this.blobs = blobs;
    }

    /** Where a song goes. */
    private record Placed(Renditions.Song song, String path) {}

    void make(Target target) throws Outage, InterruptedException {
        var taken = new HashMap<String, Set<String>>();
        for (String path : target.made(Tree.SONG).keySet()) {
            int slash = path.lastIndexOf('/');
            taken.computeIfAbsent(path.substring(0, slash), _ -> new HashSet<>())
                    .add(SafeName.foldKey(path.substring(slash + 1)));
        }
        var folders = new HashMap<String, FolderNames>();
        var placed = new ArrayList<Placed>();
        renditions.eachSong(
                target.drive(), Tree.SONG.word(), song -> place(song, taken, folders, placed));
        placed.sort(Comparator.comparing(each -> each.song().content(), BlobRef.IN_PLACE));
        target.begin("songs", placed.size());
        for (int from = 0; from < placed.size(); from += SONGS_AT_ONCE) {
            some(placed.subList(from, Math.min(from + SONGS_AT_ONCE, placed.size())), target);
        }
        target.flush();
    }

    private static void place(
            Renditions.Song song,
            Map<String, Set<String>> taken,
            Map<String, FolderNames> folders,
            List<Placed> placed) {
        String folder = MadeTree.songs(song.month());
        FolderNames names =
                folders.computeIfAbsent(
                        folder,
                        _ -> DriveLayout.STANDARD.namesIn(taken.getOrDefault(folder, Set.of())));
        if (names.count() < DriveLayout.FOLDER_ENTRIES_DEFAULT) {
            placed.add(new Placed(song, folder + "/" + names.take(song.name())));
        }
    }

    private void some(List<Placed> songs, Target target) throws Outage, InterruptedException {
        List<Bytes> contents;
        try {
            contents = blobs.read(songs.stream().map(each -> each.song().content()).toList());
        } catch (DamagedBlob damaged) {
            if (songs.size() > 1) {
                for (Placed each : songs) {
                    some(List.of(each), target);
                }
            }
            return; // one that is damaged alone is told of where its own file is read
        }
        for (int at = 0; at < songs.size(); at++) {
            Placed each = songs.get(at);
            target.put(
                    new Making(
                            Tree.SONG,
                            OptionalLong.of(each.song().file()),
                            each.path(),
                            "",
                            contents.get(at)));
        }
    }
}
