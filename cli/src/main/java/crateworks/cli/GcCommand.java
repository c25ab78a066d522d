package crateworks.cli;

import crateworks.adapters.postgres.PostgresCatalog;
import crateworks.adapters.s3.PackSweep;
import crateworks.adapters.s3.StoreClient;
import crateworks.infra.data.Part;
import crateworks.pipeline.port.Outage;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Removes packs that nothing in the library speaks of. */
@Command(
        name = "gc",
        mixinStandardHelpOptions = true,
        description = "Remove stored packs that no file of the library lies in.")
final class GcCommand implements Callable<Integer> {
    /** While a run goes on, the rows of a pack just written may still be on their way. */
    private static final Duration AGE_DURING_A_RUN = Duration.ofHours(24);

    @Option(names = "--dry-run", description = "Say what would be removed, and remove nothing.")
    boolean dryRun;

    @Mixin DataOption data = new DataOption();

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Outage, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (Library library =
                        Library.open(data.directory(), EnumSet.of(Part.DATABASE, Part.STORE));
                StoreClient store = StoreClient.open(Engine.storeSettings(library.connections()))) {
            List<String> used = new ArrayList<>();
            new PostgresCatalog(library.postgres()).eachPack(used::add);
            used.sort(Comparator.naturalOrder());
            Instant before =
                    library.isBorrowed() ? Instant.now().minus(AGE_DURING_A_RUN) : Instant.now();
            PackSweep.Swept swept = new PackSweep(store).sweep(used.iterator(), before, dryRun);
            out.println(
                    Wording.count(swept.packs(), "pack")
                            + ", "
                            + Wording.count(swept.bytes() >> 20)
                            + " MiB; "
                            + (dryRun ? "would remove " : "removed ")
                            + Wording.count(swept.removedPacks(), "pack")
                            + ", "
                            + Wording.count(swept.removedBytes() >> 20)
                            + " MiB.");
            if (swept.missingPacks() > 0) {
                out.println(
                        Wording.count(swept.missingPacks(), "pack")
                                + " missing: files that lie there cannot be exported again.");
            }
            out.flush();
            return swept.missingPacks() == 0 ? ExitCode.FINE : ExitCode.DIFFERENT;
        }
    }
}
