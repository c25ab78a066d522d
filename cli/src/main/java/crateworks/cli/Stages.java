package crateworks.cli;

import crateworks.adapters.postgres.PostgresStageControl;
import crateworks.pipeline.StageName;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.StageControl;
import crateworks.pipeline.port.StageControl.Wish;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Stages as users name them, and what was asked of them. */
final class Stages {
    private Stages() {}

    /** Something to ask of one stage. */
    interface Asking {
        void of(StageControl control, StageName stage) throws Outage;
    }

    /** The stage that a user calls {@code word} after an option or command named {@code where}. */
    static StageName named(String word, String where) {
        return StageName.named(word)
                .orElseThrow(
                        () ->
                                new Usage(
                                        ExitCode.USAGE,
                                        where
                                                + ": there is no "
                                                + word.strip()
                                                + ", only "
                                                + all()
                                                + "."));
    }

    private static String all() {
        return Arrays.stream(StageName.values())
                .map(StageName::word)
                .collect(Collectors.joining(", "));
    }

    /**
     * Asks something of stages, whether a run goes on in another process or not, and shows what is
     * asked of all stages by then.
     */
    static int ask(DataOption data, List<StageName> stages, Asking asking, PrintWriter out)
            throws Outage, InterruptedException {
        try (Library library = Library.open(data.directory())) {
            var control = new PostgresStageControl(library.postgres());
            for (StageName stage : stages) {
                asking.of(control, stage);
            }
            Map<StageName, Wish> wishes = control.wishes();
            if (wishes.values().stream().allMatch(Wish.NONE::equals)) {
                out.println("No stage is paused, and all have the workers that the run gave them.");
            }
            print(wishes, out);
            out.println(
                    library.isBorrowed()
                            ? "The run that is going on obeys within seconds."
                            : "The next run obeys.");
        }
        out.flush();
        return ExitCode.FINE;
    }

    /** One line for each stage of which something was asked. */
    static void print(Map<StageName, Wish> wishes, PrintWriter out) {
        wishes.forEach(
                (stage, wish) -> {
                    if (wish.paused()) {
                        out.println(
                                stage.word()
                                        + " is paused; `crateworks resume "
                                        + stage.word()
                                        + "` lets it go on.");
                    }
                    wish.workers()
                            .ifPresent(
                                    workers ->
                                            out.println(
                                                    stage.word()
                                                            + " was given "
                                                            + Wording.count(workers, "worker")
                                                            + "."));
                });
    }
}
