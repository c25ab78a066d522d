package crateworks.cli;

import crateworks.adapters.s3.Inbox;
import crateworks.adapters.s3.StoreClient;
import crateworks.adapters.s3.StoreSettings;
import crateworks.infra.data.Part;
import crateworks.pipeline.port.Outage;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Option(
            names = "--to",
            paramLabel = "URL",
            description =
                    "The address of an S3 server, such as http://127.0.0.1:8333 of the containers,"
                            + " instead of a data directory; its keys are taken from the"
                            + " environment variables S3_ACCESS_KEY and S3_SECRET_KEY.")
    @Nullable String address;

    @Mixin DataOption data = new DataOption();

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Outage, InterruptedException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path root = Folders.source(folder == null ? Path.of("") : folder);
        return address == null ? pushHere(root, out) : pushTo(remote(address), root, out);
    }

    private int pushHere(Path root, PrintWriter out)
            throws Outage, InterruptedException, IOException {
        try (Library library =
                Library.openOrMake(data.directory(), EnumSet.of(Part.DATABASE, Part.STORE))) {
            pushTo(Engine.storeSettings(library.connections()), root, out);
            if (!library.isBorrowed()) {
                out.println("`crateworks serve` takes them in.");
                out.flush();
            }
            return ExitCode.FINE;
        }
    }

    private static int pushTo(StoreSettings settings, Path root, PrintWriter out)
            throws IOException, InterruptedException {
        try (StoreClient store = StoreClient.open(settings)) {
            Inbox.Pushed pushed = new Inbox(store).push(root);
            out.println(
                    Wording.count(pushed.files(), "file")
                            + " put into the inbox, "
                            + Wording.count(pushed.bytes() >> 10)
                            + " KiB; "
                            + Wording.count(pushed.filesThere(), "file")
                            + " had been there already.");
            out.flush();
            return ExitCode.FINE;
        }
    }

    private static StoreSettings remote(String address) {
        try {
            URI endpoint = new URI(address);
            if (endpoint.getHost() != null && endpoint.getScheme() != null) {
                return StoreSettings.of(endpoint, key("S3_ACCESS_KEY"), key("S3_SECRET_KEY"));
            }
        } catch (URISyntaxException e) {
            throw unfit(address);
        }
        throw unfit(address);
    }

    private static Usage unfit(String address) {
        return new Usage(
                ExitCode.USAGE,
                "--to takes an address such as http://127.0.0.1:8333, not " + address + ".");
    }

    private static String key(String variable) {
        String value = System.getenv(variable);
        if (value == null || value.isBlank()) {
            throw new Usage(
                    ExitCode.USAGE,
                    "--to needs the keys of the server in the environment: "
                            + variable
                            + " is not set.");
        }
        return value;
    }
}
