package crateworks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.pipeline.StageName;
import crateworks.pipeline.session.DriveShape;
import crateworks.pipeline.session.DriveWishes;
import crateworks.pipeline.session.Order;
import crateworks.pipeline.session.Selection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RetryCommandTest {
    private static final Optional<String> DRIVE = Optional.of("/media/MPC");

    @Test
    void aDriveThatNoRunWroteToGetsWhatARunWouldTake() {
        Order order = RetryCommand.order(DRIVE, Optional.empty(), DriveShape.STANDARD);

        assertThat(order.wishes().selection()).isEqualTo(Selection.STANDARD);
        assertThat(order.stages()).contains(StageName.EXPORT).doesNotContain(StageName.RENAME);
    }

    @Test
    void whatTheLastRunLeftOutStaysOutAndNamesAreMadeAlike() {
        var bass =
                new Selection(
                        Optional.of("category = Bass"),
                        OptionalLong.of(100),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        false);
        var earlier =
                new Order(
                        List.of("/home/me/midi"),
                        List.of(StageName.values()),
                        DRIVE,
                        "mpc-one",
                        Optional.of("{bpm}"),
                        OptionalLong.of(7),
                        Optional.of(StageName.ANALYZE),
                        new DriveWishes(true, bass, DriveShape.STANDARD));

        Order order = RetryCommand.order(DRIVE, Optional.of(earlier), DriveShape.STANDARD);

        assertThat(order)
                .isEqualTo(
                        new Order(
                                List.of(),
                                List.of(StageName.values()),
                                DRIVE,
                                "mpc-one",
                                Optional.of("{bpm}"),
                                OptionalLong.empty(),
                                Optional.empty(),
                                new DriveWishes(false, bass, DriveShape.STANDARD)));
    }

    @Test
    void withoutADriveNothingIsExported() {
        Order order = RetryCommand.order(Optional.empty(), Optional.empty(), DriveShape.STANDARD);

        assertThat(order.exports()).isFalse();
        assertThat(order.stages()).doesNotContain(StageName.EXPORT);
    }
}
