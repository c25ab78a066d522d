package crateworks.cli;

import crateworks.infra.data.Refusal;
import crateworks.pipeline.port.Outage;
import java.io.PrintWriter;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Where the command starts: failures become one sentence and an exit code here. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        var standard = new StandardOut();
        CommandLine line = commandLine();
        line.setOut(standard.writer());
        int exitCode = line.execute(arguments);
        line.getOut().flush();
        Optional<String> loss = standard.loss();
        if (loss.isPresent() && exitCode == ExitCode.FINE) {
            exitCode =
                    say(
                            line.getErr(),
                            "Not all of the output could be written ("
                                    + loss.get()
                                    + "): make room where it goes and give the command again.",
                            ExitCode.BROKEN);
        }
        Stopping.exit(exitCode);
    }

    static CommandLine commandLine() {
        var line = new CommandLine(new RunCommand());
        line.setExecutionStrategy(Main::execute);
        line.setExecutionExceptionHandler((failure, command, _) -> said(failure, command.getErr()));
        line.setParameterExceptionHandler(
                (failure, _) -> {
                    PrintWriter err = failure.getCommandLine().getErr();
                    err.println(failure.getMessage());
                    err.println("crateworks --help shows every option.");
                    return ExitCode.USAGE;
                });
        return line;
    }

    /** Options of a run before a command would be options of nothing, and look as if they held. */
    private static int execute(ParseResult parsed) {
        boolean isLost = parsed.hasSubcommand() && !parsed.matchedOptions().isEmpty();
        if (isLost && !parsed.isUsageHelpRequested() && !parsed.isVersionHelpRequested()) {
            String command = parsed.subcommand().commandSpec().name();
            String option = parsed.matchedOptions().getFirst().longestName();
            return say(
                    parsed.commandSpec().commandLine().getErr(),
                    option
                            + " stands before "
                            + command
                            + " and would not be heard: options go behind the command, as in"
                            + " crateworks "
                            + command
                            + " "
                            + option
                            + ".",
                    ExitCode.USAGE);
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static int said(Exception failure, PrintWriter err) {
        return switch (failure) {
            case Usage usage -> say(err, usage.sentence(), usage.exitCode());
            case Refusal refusal -> say(err, refusal.sentence(), refusal.exitCode());
            case Outage outage ->
                    say(
                            err,
                            "Cannot use " + outage.of() + ": " + outage.getMessage(),
                            ExitCode.BROKEN);
            case InterruptedException _ ->
                    say(err, "Stopped; the same command goes on here.", ExitCode.STOPPED);
            default -> {
                LoggerFactory.getLogger(Main.class).error("unexpected", failure);
                yield say(
                        err,
                        "Something broke that should not have ("
                                + failure
                                + "); the log in the data directory has the details.",
                        ExitCode.BROKEN);
            }
        };
    }

    private static int say(PrintWriter err, String sentence, int exitCode) {
        err.println(sentence);
        err.flush();
        return exitCode;
    }
}
