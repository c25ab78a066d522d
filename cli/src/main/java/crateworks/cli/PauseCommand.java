package crateworks.cli;

import crateworks.pipeline.StageName;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.StageControl;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has stages rest. */
@Command(
        name = "pause",
        mixinStandardHelpOptions = true,
        description =
                "Let the workers of stages finish what they have and begin nothing, until `resume`. This lasts through restarts.")
final class PauseCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "STAGE",
            arity = "1..*",
            description = "ingest, sanitize, split, analyze, rename or export.")
    List<String> words = new ArrayList<>();

    @Mixin DataOption data = new DataOption();

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Outage, InterruptedException {
        List<StageName> stages =
                words.stream().map(word -> Stages.named(word, "pause")).distinct().toList();
        return Stages.ask(data, stages, StageControl::pause, spec.commandLine().getOut());
    }
}
