package crateworks.export;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.music.naming.NameTemplate;
import crateworks.music.naming.TargetProfile;
import crateworks.pipeline.ContentHash;
import crateworks.pipeline.Outcome;
import crateworks.pipeline.message.Analyzed;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.message.Message;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RenameTest {
    private final RenameStage stage = new RenameStage(TargetProfile.KEEP_SHARPS);

    @Test
    void aNameIsMadeOfTempoKeyAndTags() {
        assertThat(named(file(OptionalDouble.of(127.6), Optional.of("C"), "bass", "loop")))
                .isEqualTo("128bpm_Cmaj_bass_loop.mid");
        assertThat(named(file(OptionalDouble.of(90), Optional.of("F#m"), "pad")))
                .isEqualTo("90bpm_F#min_bass_pad.mid");
    }

    @Test
    void whatIsNotKnownIsLeftOutAndANameOfNothingIsTheNameSoFar() {
        assertThat(named(file(OptionalDouble.of(Double.NaN), Optional.of(" "), "pad")))
                .isEqualTo("bass_pad.mid");
        assertThat(named(file(OptionalDouble.of(-1), Optional.empty()))).isEqualTo("My_Loop.mid");
    }

    @Test
    void aRunWithoutATemplateKeepsTheName() {
        Analyzed file = file(OptionalDouble.of(90), Optional.of("C"), "bass");
        var wanted =
                new RenameStage.Wanted(Optional.empty(), file.name(), RenameBinding.facts(file));

        assertThat(stage.process(List.of(wanted)))
                .containsExactly(new Outcome.Done<>("My_Loop.mid", List.of()));
    }

    private String named(Analyzed file) {
        var wanted =
                new RenameStage.Wanted(
                        Optional.of(NameTemplate.STANDARD), file.name(), RenameBinding.facts(file));
        return stage.process(List.of(wanted)).getFirst() instanceof Outcome.Done<String> done
                ? done.result()
                : "";
    }

    private static Analyzed file(OptionalDouble bpm, Optional<String> key, String... tags) {
        return new Analyzed(
                Message.VERSION,
                1,
                1,
                1,
                new BlobRef("pack", 0, 1, new ContentHash("0".repeat(64))),
                "My_Loop.mid",
                Optional.empty(),
                bpm,
                key,
                Optional.empty(),
                Optional.of("4/4"),
                OptionalInt.of(-1),
                "Bass",
                List.of(tags));
    }
}
