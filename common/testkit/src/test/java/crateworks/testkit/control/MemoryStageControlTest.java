package crateworks.testkit.control;

import crateworks.pipeline.port.StageControl;

class MemoryStageControlTest extends StageControlContract {
    private final MemoryStageControl control = new MemoryStageControl();

    @Override
    protected StageControl control() {
        return control;
    }

    @Override
    protected StageControl anotherOfTheSame() {
        return control;
    }
}
