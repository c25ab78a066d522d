package crateworks.benchmarks.corpus;

import crateworks.pipeline.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Archives that are filled one after the other, each way of packing in its turn. Each holds a text
 * and something that a system left behind besides its music.
 */
final class ArchiveMaker {
    private static final List<Packing> TURNS =
            List.of(Packing.ZIP, Packing.TAR_GZ, Packing.SEVEN_ZIP, Packing.ZIP_IN_ZIP);

    private final FolderTree tree;
    private final MessyNames names;
    private final SplittableRandom random;
    private final int membersMax;
    private final List<Member> members = new ArrayList<>();
    private final Set<String> namesInside = new HashSet<>();
    private int capacity;
    private int files;
    private int archives;

    ArchiveMaker(FolderTree tree, MessyNames names, SplittableRandom random, int membersMax) {
        this.tree = tree;
        this.names = names;
        this.random = random;
        this.membersMax = Math.max(2, membersMax);
        capacity = nextCapacity();
    }

    void put(String name, byte[] content) throws IOException {
        String folder = random.nextBoolean() ? "" : names.folder() + "/";
        String path = FolderTree.unlike(folder + name, namesInside);
        members.add(new Member(path, Bytes.of(content)));
        if (members.size() == capacity) {
            close();
        }
    }

    /** Writes the archive that is being filled, unless it is empty. */
    void close() throws IOException {
        if (members.isEmpty()) {
            return;
        }
        members.addFirst(text("__MACOSX/._" + files + ".mid", "left behind"));
        members.addFirst(text("readme.txt", "Archive " + files + ": free to use."));
        Packing packing = TURNS.get(files % TURNS.size());
        Path file = tree.free(names.folder() + packing.extension());
        packing.pack(members, FolderTree.date(random), file);
        tree.dated(file);
        files++;
        archives += packing.archives();
        members.clear();
        namesInside.clear();
        capacity = nextCapacity();
    }

    /** Archives on disk; each holds one text and one piece of junk. */
    int files() {
        return files;
    }

    /** Archives, with those inside of others. */
    int archives() {
        return archives;
    }

    private int nextCapacity() {
        return random.nextInt(2, membersMax + 1);
    }

    private static Member text(String name, String text) {
        return new Member(name, Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
