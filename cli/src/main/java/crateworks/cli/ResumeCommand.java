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

/** Has paused stages go on. */
@Command(name = "resume", mixinStandardHelpOptions = true, description = "Let paused stages go on.")
final class ResumeCommand implements Callable<Integer> {
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
                words.stream().map(word -> Stages.named(word, "resume")).distinct().toList();
        return Stages.ask(data, stages, StageControl::resume, spec.commandLine().getOut());
    }
}
