package crateworks.cli;

import crateworks.adapters.s3.Inbox;
import crateworks.adapters.s3.StoreClient;
import crateworks.infra.data.Part;
import crateworks.pipeline.port.Outage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a folder into the inbox, which `serve` watches. */
@Command(
        name = "push",
        mixinStandardHelpOptions = true,
        description = "Upload the files of a folder into the inbox that `serve` watches.")
final class PushCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The folder.")
    @Nullable Path folder;

    @Mixin DataOption data = new DataOption();

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Outage, InterruptedException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path root = Folders.source(folder == null ? Path.of("") : folder);
        try (Library library =
                        Library.openOrMake(
                                data.directory(), EnumSet.of(Part.DATABASE, Part.STORE));
                StoreClient store = StoreClient.open(Engine.storeSettings(library.connections()))) {
            Inbox.Pushed pushed = new Inbox(store).push(root);
            out.println(
                    Wording.count(pushed.files(), "file")
                            + " put into the inbox, "
                            + Wording.count(pushed.bytes() >> 10)
                            + " KiB; "
                            + Wording.count(pushed.filesThere(), "file")
                            + " had been there already."
                            + (library.isBorrowed() ? "" : " `crateworks serve` takes them in."));
            out.flush();
            return ExitCode.FINE;
        }
    }
}
