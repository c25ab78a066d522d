package crateworks.cli;

import crateworks.pipeline.StageName;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.StageControl;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How many workers a stage has, while they work. */
@Command(
        name = "workers",
        mixinStandardHelpOptions = true,
        description =
                "Change how many workers a stage has, also while a run goes on. It lasts through"
                        + " restarts, and goes before --workers.")
final class WorkersCommand implements Callable<Integer> {
    private static final String AS_CONFIGURED = "default";

    @Parameters(
            index = "0",
            paramLabel = "STAGE",
            description = "ingest, sanitize, split, analyze, rename or export.")
    String word = "";

    @Parameters(
            index = "1",
            paramLabel = "N",
            description =
                    "So many, at most the partitions of the stage's topic, which are the workers"
                            + " that its run began with; or 'default'.")
    String number = "";

    @Mixin DataOption data = new DataOption();

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Outage, InterruptedException {
        StageName named = Stages.named(word, "workers");
        OptionalInt workers =
                number.equals(AS_CONFIGURED) ? OptionalInt.empty() : OptionalInt.of(count());
        return Stages.ask(
                data,
                List.of(named),
                (control, stage) -> control.setWorkers(stage, workers),
                spec.commandLine().getOut());
    }

    private int count() {
        try {
            int count = Integer.parseInt(number);
            if (count >= 1 && count <= StageControl.WORKERS_MAX) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw unfit();
        }
        throw unfit();
    }

    private static Usage unfit() {
        return new Usage(
                ExitCode.USAGE,
                "workers takes a number from 1 to "
                        + StageControl.WORKERS_MAX
                        + ", or "
                        + AS_CONFIGURED
                        + ".");
    }
}
