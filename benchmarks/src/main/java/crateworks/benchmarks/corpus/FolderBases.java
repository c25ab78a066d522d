package crateworks.benchmarks.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The files of folders, whatever they are called, up to a size that music rarely exceeds. */
public final class FolderBases implements Bases {
    private static final long BYTES_MAX = 1L << 20;

    private final List<Path> folders;
    private final List<Path> files;

    private FolderBases(List<Path> folders, List<Path> files) {
        this.folders = folders;
        this.files = files;
    }

    public static FolderBases of(List<Path> folders, long seed) throws IOException {
        var files = new ArrayList<Path>();
        for (Path folder : folders) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        Collections.shuffle(files, new Random(seed));
        return new FolderBases(List.copyOf(folders), files);
    }

    @Override
    public String origin() {
        return folders.size() == 1 ? "1 folder" : folders.size() + " folders";
    }

    @Override
    public int count() {
        return files.size();
    }

    @Override
    public byte[] bytes(int base) throws IOException {
        Path file = files.get(base);
        return Files.size(file) > BYTES_MAX ? new byte[0] : Files.readAllBytes(file);
    }
}
