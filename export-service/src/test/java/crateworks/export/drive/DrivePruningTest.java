package crateworks.export.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crateworks.pipeline.Bytes;
import crateworks.pipeline.port.DriveExcess;
import crateworks.pipeline.port.DriveExcess.Lying;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.session.Selection;
import crateworks.testkit.blob.MemoryBlobStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrivePruningTest {
    private static final String MARK = "11111111-2222-3333-4444-555555555555";

    @TempDir Path folder;

    private final MemoryBlobStore blobs = new MemoryBlobStore();
    private final List<String> forgotten = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private DriveRoot drive = new DriveRoot(Path.of(""), MARK);

    private final DriveExcess excess =
            new DriveExcess() {
                @Override
                public List<Lying> of(String drive, Selection selection) {
                    return List.of();
                }

                @Override
                public void forget(String drive, List<String> paths) {
                    forgotten.addAll(paths);
                }
            };

    @BeforeEach
    void mark() throws IOException {
        drive = new DriveRoot(folder, MARK);
        Files.createDirectory(folder.resolve("METADATA"));
        Files.writeString(
                folder.resolve(DriveMark.FILE), "{\"schema\":1,\"drive\":\"" + MARK + "\"}");
    }

    @Test
    void whatIsNotWantedGoesWithFoldersThatItLeavesEmpty() throws Exception {
        Lying bass = lies("SAMPLES/Bass/090-099bpm/a.mid", false);
        Lying pattern = lies("Patterns/Bass/a.mpcpattern", true);
        Lying gone =
                new Lying("SAMPLES/Bass/b.mid", blobs.hash(Bytes.of(new byte[] {1})), 1, false);
        lies("SAMPLES/Melody/stays.mid", false);

        assertThat(prune(List.of(bass, pattern, gone)))
                .isEqualTo(new DrivePruning.Pruned(2, 1, bass.bytes() + pattern.bytes() + 1, 0));

        assertThat(folder.resolve("SAMPLES/Bass")).doesNotExist();
        assertThat(folder.resolve("Patterns")).doesNotExist();
        assertThat(folder.resolve("SAMPLES/Melody/stays.mid")).exists();
        assertThat(forgotten).containsExactly(bass.path(), pattern.path(), gone.path());
    }

    @Test
    void whatTheUserChangedStays() throws Exception {
        Lying longer = lies("a.mid", false);
        Lying other = lies("b.mid", false);
        Lying link = lies("c.mid", false);
        Files.writeString(folder.resolve("a.mid"), "what the user made of it");
        Files.writeString(folder.resolve("b.mid"), "another 1");
        Files.delete(folder.resolve("c.mid"));
        Files.createSymbolicLink(folder.resolve("c.mid"), folder.resolve("b.mid"));

        assertThat(prune(List.of(longer, other, link)).kept()).isEqualTo(3);

        assertThat(kept).containsExactly("a.mid", "b.mid", "c.mid");
        assertThat(folder.resolve("a.mid")).hasContent("what the user made of it");
        assertThat(folder.resolve("b.mid")).hasContent("another 1");
        assertThat(folder.resolve("c.mid")).isSymbolicLink();
    }

    @Test
    void anotherDriveIsNotTouchedAndNothingIsForgotten() throws Exception {
        Lying file = lies("a.mid", false);
        drive = new DriveRoot(folder, "99999999-2222-3333-4444-555555555555");

        assertThatThrownBy(() -> prune(List.of(file))).isInstanceOf(Outage.class);

        assertThat(folder.resolve("a.mid")).exists();
        assertThat(forgotten).isEmpty();
    }

    private DrivePruning.Pruned prune(List<Lying> files) throws Outage {
        return new DrivePruning(excess, blobs::hash).delete(drive, files, kept::add);
    }

    private Lying lies(String path, boolean made) throws IOException {
        byte[] content = "content 1".getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        return new Lying(path, blobs.hash(Bytes.of(content)), content.length, made);
    }
}
