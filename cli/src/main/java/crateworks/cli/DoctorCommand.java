package crateworks.cli;

import crateworks.infra.StackSettings;
import crateworks.infra.doctor.Check;
import crateworks.infra.doctor.Doctor;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Whether this machine can run Crateworks. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Check whether this machine has what a run needs.")
final class DoctorCommand implements Callable<Integer> {
    @Mixin DataOption data = new DataOption();

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        List<Check> checks = Doctor.checks(data.directory(), StackSettings.everything());
        for (Check check : checks) {
            out.printf(
                    Locale.ROOT,
                    "%-4s  %-15s  %s%n",
                    check.verdict().name().toLowerCase(Locale.ROOT),
                    check.name(),
                    check.sentence());
        }
        out.flush();
        return checks.stream().anyMatch(check -> check.verdict() == Check.Verdict.FAIL)
                ? ExitCode.BROKEN
                : ExitCode.FINE;
    }
}
