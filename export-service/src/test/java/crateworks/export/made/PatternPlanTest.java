package crateworks.export.made;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.export.made.PatternPlan.Place;
import crateworks.pipeline.ContentHash;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.port.Renditions.Part;
import crateworks.pipeline.session.DriveShape;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PatternPlanTest {
    private final PatternPlan plan =
            new PatternPlan(DriveShape.STANDARD, 500, 2_000, List.of(), List.of());

    @Test
    void aPartOnTheBeatLiesAtItsTempo() {
        Part part = part(OptionalDouble.empty());
        plan.add(part);

        assertThat(PatternPlan.tempo(part)).hasValue(87);
        assertThat(plan.chosen().getFirst().places())
                .extracting(Place::folder)
                .contains("MPC_Documents/Patterns/Chords/080-089bpm/Am");
    }

    @Test
    void whatWasPlayedFreelySaysAtWhichTempoItSoundsAsItDid() {
        Part part = part(OptionalDouble.of(120));
        plan.add(part);

        assertThat(PatternPlan.tempo(part)).hasValue(120);
        assertThat(plan.chosen().getFirst().places())
                .extracting(Place::folder)
                .contains("MPC_Documents/Patterns/Chords/No_Tempo/Am");
    }

    private static Part part(OptionalDouble quarterBpm) {
        return new Part(
                1,
                new BlobRef("pack", 0, 9, ContentHash.of(new byte[32])),
                "Ballad.mid",
                "Chords",
                OptionalDouble.of(87.2),
                quarterBpm,
                "Am",
                4,
                false,
                List.of(),
                List.of());
    }
}
