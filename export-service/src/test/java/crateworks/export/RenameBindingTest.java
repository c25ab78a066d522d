package crateworks.export;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.music.naming.TargetProfile;
import crateworks.pipeline.Bytes;
import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Analyzed;
import crateworks.pipeline.message.Message;
import crateworks.pipeline.port.Naming;
import crateworks.pipeline.run.StagedJob;
import crateworks.pipeline.session.DriveWishes;
import crateworks.pipeline.session.Order;
import crateworks.testkit.blob.MemoryBlobStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RenameBindingTest {
    private final MemoryBlobStore blobs = new MemoryBlobStore();
    private final List<Naming.Name> recorded = new ArrayList<>();

    @Test
    void filesOfOneBatchAreNamedByTheTemplateOfTheirOwnRun() throws Exception {
        var sessions = new MemorySessions();
        sessions.add(1, order(Optional.of("{key}_{name}")));
        sessions.add(2, order(Optional.empty()));
        var job =
                new StagedJob<>(
                        StageName.RENAME,
                        new RenameBinding(sessions, recorded::addAll),
                        new RenameStage(TargetProfile.KEEP_SHARPS),
                        blobs);

        var performed = job.perform(List.of(file(1, 7), file(2, 8), file(1, 9)));

        assertThat(performed.next())
                .extracting(Analyzed::name)
                .containsExactly("Amin_Loop.mid", "Loop.mid", "Amin_Loop.mid");
        assertThat(recorded)
                .containsExactly(
                        new Naming.Name(
                                70, 7, StageName.RENAME, "Amin_Loop.mid", "made from a template"),
                        new Naming.Name(
                                90, 9, StageName.RENAME, "Amin_Loop.mid", "made from a template"));
    }

    private Analyzed file(long session, long file) {
        return new Analyzed(
                Message.VERSION,
                session,
                10 * file,
                file,
                blobs.write(List.of(Bytes.of(new byte[] {1}))).getFirst(),
                "Loop.mid",
                Optional.empty(),
                OptionalDouble.empty(),
                Optional.of("Am"),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                "Bass",
                List.of());
    }

    private static Order order(Optional<String> template) {
        return new Order(
                List.of("/source"),
                List.of(StageName.values()),
                Optional.empty(),
                "both",
                template,
                OptionalLong.empty(),
                Optional.empty(),
                DriveWishes.DEFAULT);
    }
}
