package crateworks.cli;

import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.StageControl;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Has stages rest. */
@Command(
        name = "pause",
        mixinStandardHelpOptions = true,
        description =
                "Let the workers of stages finish what they have and begin nothing, until `resume`. This lasts through restarts.")
final class PauseCommand implements Callable<Integer> {
    @Mixin ChosenStages stages = new ChosenStages();

    @Mixin DataOption data = new DataOption();

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Outage, InterruptedException {
        return Stages.ask(
                data, stages.of("pause"), StageControl::pause, spec.commandLine().getOut());
    }
}
