package crateworks.cli;

import crateworks.infra.data.Refusal;
import crateworks.pipeline.port.Outage;
import java.io.PrintWriter;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Where the command starts: failures become one sentence and an exit code here. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Stopping.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        var line = new CommandLine(new RunCommand());
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
