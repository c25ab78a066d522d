package crateworks.faults;

import crateworks.adapters.host.HostSettings;
import crateworks.adapters.host.StageHost;
import crateworks.adapters.kafka.KafkaSettings;
import crateworks.adapters.kafka.KafkaSettings.Sharing;
import crateworks.adapters.postgres.PostgresAnalysis;
import crateworks.adapters.postgres.PostgresSettings;
import crateworks.adapters.s3.StoreSettings;
import crateworks.analyze.AnalyzeBinding;
import crateworks.analyze.AnalyzeStage;
import crateworks.analyze.AnalyzeStage.Subject;
import crateworks.infra.data.Connections;
import crateworks.pipeline.Outcome;
import crateworks.pipeline.Stage;
import crateworks.pipeline.StageName;
import crateworks.pipeline.lead.Route;
import crateworks.pipeline.message.Piece;
import crateworks.pipeline.port.Analysis.MusicRow;
import crateworks.pipeline.run.StagedJob;
import crateworks.pipeline.run.TimedStage;
import crateworks.testkit.TestJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The stage analyze in a process of its own, with four files that do to it what no file should be
 * able to do: one hangs it, one takes all memory, one recurses for ever and one throws.
 */
final class FaultyAnalysis implements Stage<Subject, MusicRow> {
    static final List<String> HARMFUL = List.of("hang.mid", "memory.mid", "depth.mid", "throw.mid");

    private static final Duration THINKING_MAX = Duration.ofSeconds(2);
    private static final int WORKERS = 2;
    private static final String READY = "ready";

    private final AnalyzeStage sound = new AnalyzeStage();

    @Override
    public List<Outcome<MusicRow>> process(List<Subject> batch) {
        for (Subject subject : batch) {
            switch (Path.of(subject.piece().origin().path()).getFileName().toString()) {
                case "hang.mid" -> hang();
                case "memory.mid" -> take();
                case "depth.mid" -> System.out.println(depth(0));
                case "throw.mid" -> throw new IllegalStateException("thrown on purpose");
                default -> {}
            }
        }
        return sound.process(batch);
    }

    private static void hang() {
        while (Thread.currentThread().isAlive()) {
            Thread.onSpinWait();
        }
    }

    private static void take() {
        var taken = new ArrayList<byte[]>();
        while (taken.size() < Integer.MAX_VALUE) {
            taken.add(new byte[1 << 20]);
        }
    }

    private static int depth(int above) {
        return above < Integer.MAX_VALUE ? depth(above + 1) + 1 : 0;
    }

    /** Starts the process and returns when its workers work; closing its input ends it. */
    static Process start(Servers servers, Path log) throws IOException {
        Connections database = servers.database();
        Connections store = servers.store();
        var process =
                new ProcessBuilder(
                                TestJvm.line(
                                        FaultyAnalysis.class,
                                        "256m",
                                        List.of("-XX:+UseSerialGC"),
                                        servers.bootstrapServers(),
                                        database.jdbcUrl(),
                                        database.databaseUser(),
                                        database.databasePassword(),
                                        store.s3Endpoint(),
                                        store.s3AccessKey(),
                                        store.s3SecretKey()))
                        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(READY)) {
                return process;
            }
        }
        throw new IOException("the faulty analysis did not start, see " + log);
    }

    static void main(String[] words) throws Exception {
        List<StageName> stages =
                Arrays.stream(StageName.values())
                        .filter(stage -> stage != StageName.RENAME)
                        .toList();
        var settings =
                new HostSettings(
                        new KafkaSettings(words[0], "faulty", Sharing.GROUP, 100),
                        new PostgresSettings(words[1], words[2], words[3], 4),
                        StoreSettings.of(URI.create(words[4]), words[5], words[6]),
                        new Route(stages),
                        stages.stream().collect(Collectors.toMap(stage -> stage, _ -> 4)));
        try (StageHost host = StageHost.open(settings)) {
            var binding =
                    new AnalyzeBinding(host.blobs(), new PostgresAnalysis(host.postgres()), true);
            host.start(
                    new StagedJob<>(
                            StageName.ANALYZE,
                            binding,
                            new TimedStage<>(new FaultyAnalysis(), THINKING_MAX),
                            host.blobs()),
                    Piece.class,
                    WORKERS);
            System.out.println(READY);
            while (System.in.read() >= 0) {
                // until whoever started this closes its input
            }
        }
        System.exit(0);
    }
}
