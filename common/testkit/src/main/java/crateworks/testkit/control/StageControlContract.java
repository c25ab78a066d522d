package crateworks.testkit.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crateworks.pipeline.StageName;
import crateworks.pipeline.port.StageControl;
import crateworks.pipeline.port.StageControl.Wish;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What every {@link StageControl} must keep; each implementation extends this. */
public abstract class StageControlContract {
    /** One of which nothing was asked yet. */
    protected abstract StageControl control();

    /** The same, as another process would see it. */
    protected abstract StageControl anotherOfTheSame();

    @Test
    void everyStageWorksAsConfiguredUntilSomethingIsAsked() throws Exception {
        assertThat(control().wishes()).containsOnlyKeys(StageName.values());
        assertThat(control().wishes().values()).containsOnly(Wish.NONE);
    }

    @Test
    void aStageStaysPausedUntilItIsResumed() throws Exception {
        control().pause(StageName.ANALYZE);
        control().pause(StageName.ANALYZE);

        assertThat(anotherOfTheSame().wishes())
                .containsEntry(StageName.ANALYZE, new Wish(true, OptionalInt.empty()))
                .containsEntry(StageName.SPLIT, Wish.NONE);

        anotherOfTheSame().resume(StageName.ANALYZE);
        assertThat(control().wishes()).containsEntry(StageName.ANALYZE, Wish.NONE);
    }

    @Test
    void aPauseAndANumberOfWorkersDoNotDisturbEachOther() throws Exception {
        control().setWorkers(StageName.EXPORT, OptionalInt.of(3));
        control().pause(StageName.EXPORT);
        assertThat(anotherOfTheSame().wishes())
                .containsEntry(StageName.EXPORT, new Wish(true, OptionalInt.of(3)));

        control().setWorkers(StageName.EXPORT, OptionalInt.of(1));
        control().resume(StageName.EXPORT);
        assertThat(anotherOfTheSame().wishes())
                .containsEntry(StageName.EXPORT, new Wish(false, OptionalInt.of(1)));

        control().setWorkers(StageName.EXPORT, OptionalInt.empty());
        assertThat(anotherOfTheSame().wishes()).containsEntry(StageName.EXPORT, Wish.NONE);
    }

    @Test
    void aStageHasAtLeastOneWorkerAndNotAThousand() throws Exception {
        for (int workers : new int[] {-1, 0, StageControl.WORKERS_MAX + 1}) {
            assertThatThrownBy(() -> control().setWorkers(StageName.SPLIT, OptionalInt.of(workers)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(control().wishes()).containsEntry(StageName.SPLIT, Wish.NONE);
    }
}
