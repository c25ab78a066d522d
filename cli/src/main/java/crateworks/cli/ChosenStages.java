package crateworks.cli;

import crateworks.pipeline.StageName;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The stages that a command is about. */
final class ChosenStages {
    @Parameters(
            paramLabel = "STAGE",
            arity = "1..*",
            description = "ingest, sanitize, split, analyze, rename or export.")
    List<String> words = new ArrayList<>();

    /** Each once; {@code command} is named to whoever spells one wrong. */
    List<StageName> of(String command) {
        return words.stream().map(word -> Stages.named(word, command)).distinct().toList();
    }
}
