package crateworks.benchmarks.endtoend;

import crateworks.benchmarks.corpus.Manifest;
import crateworks.benchmarks.endtoend.RunReport.Counts;
import crateworks.benchmarks.endtoend.RunReport.StageReport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is written down of one measurement.
 *
 * @param startUpSeconds from the command to the beginning of its session
 * @param filesPerSecond source files, with duplicates and what is no music, a second of the whole
 *     command
 * @param filesPerSecondStarted the same without the start-up; the shut-down counts
 * @param filesRepeated duplicates that went on to be split, and so work that was done twice
 * @param differences in what the ledger is not as the manifest: empty, or the figures mean nothing
 */
record Result(
        String commit,
        Machine machine,
        Manifest corpus,
        Measured run,
        double startUpSeconds,
        double filesPerSecond,
        double filesPerSecondStarted,
        double cpuMillisPerFile,
        Folder drive,
        Folder data,
        Counts files,
        Counts children,
        long filesRepeated,
        Map<String, StageRate> stages,
        List<String> differences,
        Optional<SecondRun> secondRun) {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    Result {
        stages = new TreeMap<>(stages);
        differences = List.copyOf(differences);
    }

    /** What went through a stage, and how quickly by the product's own seconds. */
    record StageRate(StageReport counts, double filesPerSecond) {}

    /** The same command once more on the unchanged collection. */
    record SecondRun(
            double seconds, int exitCode, long cpuMillis, long discovered, long unchanged) {}

    static Result of(
            String commit,
            Machine machine,
            Manifest manifest,
            Measured run,
            RunReport report,
            Folders folders,
            Optional<SecondRun> secondRun) {
        double startUp = Duration.between(run.startedAt(), report.startedAt()).toNanos() / 1e9;
        var stages = new TreeMap<String, StageRate>();
        report.stages()
                .forEach(
                        (name, stage) ->
                                stages.put(
                                        name,
                                        new StageRate(stage, rate(stage.in(), stage.seconds()))));
        return new Result(
                commit,
                machine,
                manifest,
                run,
                rounded(startUp),
                rate(manifest.files(), run.seconds()),
                rate(manifest.files(), run.seconds() - startUp),
                rounded((double) run.cpuMillis() / manifest.files()),
                folders.drive(),
                folders.data(),
                report.files(),
                report.children(),
                filesRepeated(manifest, report),
                stages,
                LedgerCheck.differences(manifest, report),
                secondRun);
    }

    private static long filesRepeated(Manifest manifest, RunReport report) {
        StageReport split = report.stages().get("split");
        return split == null ? 0 : Math.max(0, split.in() - manifest.distinct());
    }

    /** What the run left on disk. */
    record Folders(Folder drive, Folder data) {}

    String json() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    }

    private static double rate(long files, double seconds) {
        return seconds > 0 ? rounded(files / seconds) : 0;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
