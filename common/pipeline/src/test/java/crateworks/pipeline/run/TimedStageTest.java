package crateworks.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crateworks.pipeline.Outcome;
import crateworks.pipeline.Stage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimedStageTest {
    private static final Duration SHORT = Duration.ofMillis(20);

    /** What does not hang comes to its end within it on a busy machine too. */
    private static final Duration AMPLE = Duration.ofSeconds(1);

    private final CountDownLatch end = new CountDownLatch(1);
    private final Stage<Integer, Integer> hanging =
            batch -> {
                if (batch.contains(1)) {
                    awaitEnd();
                }
                return batch.stream()
                        .<Outcome<Integer>>map(each -> new Outcome.Done<>(each, List.of()))
                        .toList();
            };

    /** As an endless loop does, it takes no notice of being interrupted. */
    private void awaitEnd() {
        boolean waits = true;
        while (waits) {
            try {
                end.await();
                waits = false;
            } catch (InterruptedException e) {
                waits = true;
            }
        }
    }

    @Test
    void whatTakesTooLongIsGivenUpAndTheOthersGoOn() {
        var stage = new TimedStage<>(hanging, AMPLE);

        for (int failure = 0; failure < 4; failure++) {
            assertThatThrownBy(() -> stage.process(List.of(1, 2)))
                    .isInstanceOf(FileTrouble.class)
                    .hasMessageContaining("longer");
            assertThat(stage.process(List.of(2, 3))).hasSize(2);
        }
        end.countDown();
    }

    @Test
    void noFileIsBlamedWhenTooManyHangAndWorkGoesOnWhenTheyEnd() throws Exception {
        var stage = new TimedStage<>(hanging, SHORT);
        for (int failure = 0; failure < TimedStage.LEFT_BEHIND_MAX; failure++) {
            assertThatThrownBy(() -> stage.process(List.of(1))).isInstanceOf(FileTrouble.class);
        }

        assertThatThrownBy(() -> stage.process(List.of(2)))
                .isInstanceOf(TooManyHang.class)
                .hasMessageContaining("start this process again");

        end.countDown();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        boolean works = works(stage);
        while (!works && System.nanoTime() < deadline) {
            Thread.sleep(10);
            works = works(stage);
        }
        assertThat(works).isTrue();
    }

    private static boolean works(Stage<Integer, Integer> stage) {
        try {
            return stage.process(List.of(2)).size() == 1;
        } catch (TooManyHang | FileTrouble e) {
            return false; // not yet, or this machine is busy
        }
    }
}
