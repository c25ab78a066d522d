package crateworks.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.pipeline.StageName;
import crateworks.pipeline.port.StageControl;
import crateworks.testkit.control.StageControlContract;
import org.junit.jupiter.api.Test;

class PostgresStageControlTest extends StageControlContract {
    private final Postgres postgres = TestDatabase.empty();

    @Override
    protected StageControl control() {
        return new PostgresStageControl(postgres);
    }

    @Override
    protected StageControl anotherOfTheSame() {
        return new PostgresStageControl(postgres);
    }

    @Test
    void aStageThatOnlyALaterReleaseKnowsIsPassedOver() throws Exception {
        TestDatabase.execute("insert into stage_settings (stage, paused) values ('dream', true)");

        assertThat(control().wishes()).containsOnlyKeys(StageName.values());
    }
}
