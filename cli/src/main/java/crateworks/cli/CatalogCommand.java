package crateworks.cli;

import crateworks.adapters.postgres.PostgresCatalog;
import crateworks.pipeline.port.Outage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** One row for each file of the library. */
@Command(
        name = "catalog",
        mixinStandardHelpOptions = true,
        description = "Print one row for each file of the library.")
final class CatalogCommand implements Callable<Integer> {
    @Mixin DataOption data = new DataOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "csv",
            description =
                    "csv or jsonl (default: ${DEFAULT-VALUE}). In csv an apostrophe stands before"
                            + " what begins with = + - or @, so that no spreadsheet takes it for a"
                            + " formula; jsonl says everything as it is.")
    String format = "csv";

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Outage, InterruptedException, IOException {
        Formats.check(format, "csv", "jsonl");
        PrintWriter out = spec.commandLine().getOut();
        try (Library library = Library.open(data.directory())) {
            var catalog = new PostgresCatalog(library.postgres());
            if (format.equals("csv")) {
                csv(catalog, out);
            } else {
                var json = JsonMapper.builder().build();
                catalog.each(
                        row -> out.println(json.writeValueAsString(CatalogColumns.object(row))));
            }
        }
        out.flush();
        return ExitCode.FINE;
    }

    private static void csv(PostgresCatalog catalog, PrintWriter out) throws Outage, IOException {
        var printer =
                new CSVPrinter(
                        out,
                        CSVFormat.RFC4180
                                .builder()
                                .setRecordSeparator('\n')
                                .setHeader(CatalogColumns.names().toArray(String[]::new))
                                .get());
        catalog.each(
                row -> {
                    try {
                        printer.printRecord(CatalogColumns.cells(row));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        printer.flush();
    }
}
