package crateworks.cli;

import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.StageControl;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Has paused stages go on. */
@Command(name = "resume", mixinStandardHelpOptions = true, description = "Let paused stages go on.")
final class ResumeCommand implements Callable<Integer> {
    @Mixin ChosenStages stages = new ChosenStages();

    @Mixin DataOption data = new DataOption();

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Outage, InterruptedException {
        return Stages.ask(
                data, stages.of("resume"), StageControl::resume, spec.commandLine().getOut());
    }
}
