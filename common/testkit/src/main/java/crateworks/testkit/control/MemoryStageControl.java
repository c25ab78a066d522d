package crateworks.testkit.control;

import crateworks.pipeline.StageName;
import crateworks.pipeline.port.StageControl;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** What is asked of stages, kept in memory. */
public final class MemoryStageControl implements StageControl {
    private final Map<StageName, Wish> wishes = new ConcurrentHashMap<>();

    public MemoryStageControl() {
        for (StageName stage : StageName.values()) {
            wishes.put(stage, Wish.NONE);
        }
    }

    @Override
    public Map<StageName, Wish> wishes() {
        return Map.copyOf(wishes);
    }

    @Override
    public void pause(StageName stage) {
        wishes.computeIfPresent(stage, (_, wish) -> new Wish(true, wish.workers()));
    }

    @Override
    public void resume(StageName stage) {
        wishes.computeIfPresent(stage, (_, wish) -> new Wish(false, wish.workers()));
    }

    @Override
    public void setWorkers(StageName stage, OptionalInt workers) {
        wishes.computeIfPresent(stage, (_, wish) -> new Wish(wish.paused(), workers));
    }
}
