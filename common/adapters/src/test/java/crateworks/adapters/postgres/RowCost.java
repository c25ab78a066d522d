package crateworks.adapters.postgres;

import crateworks.pipeline.ItemId;
import crateworks.pipeline.message.Origin;
import crateworks.pipeline.port.Analysis.MusicRow;
import crateworks.pipeline.port.Discoveries.Sighting;
import crateworks.pipeline.port.Ingestion.Content;
import crateworks.pipeline.port.Naming;
import crateworks.pipeline.port.Splitting.PartRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Measures what each call costs a row, in microseconds of processor time of client and server: the
 * figures of {@code docs/formats/database.md}. Not a test: run its main.
 */
final class RowCost {
    private static final int BATCH = 500;
    private static final int PARTS = 4;

    private final Ports ports = new Ports(TestDatabase.empty());
    private final Map<String, long[]> costs = new LinkedHashMap<>();
    private long session;
    private int content;

    private RowCost() {}

    /** Takes as many batches of 500 source files as the argument says, 40 if there is none. */
    public static void main(String[] words) throws Exception {
        int batches = words.length == 0 ? 40 : Integer.parseInt(words[0]);
        var cost = new RowCost();
        cost.session = cost.ports.open(Samples.order());
        for (int batch = 0; batch < 20; batch++) {
            cost.run(batch);
        }
        cost.costs.clear();
        for (int batch = 20; batch < 20 + batches; batch++) {
            cost.run(batch);
        }
        cost.print(batches);
        System.exit(0);
    }

    private void run(int batch) throws Exception {
        List<Sighting> sightings = sightings(batch);
        measured("seen", BATCH, () -> ports.discoveries.seen(session, sightings));
        List<Long> items =
                measured("found", BATCH, () -> ports.discoveries.record(session, sightings))
                        .stream()
                        .map(item -> item.orElseThrow())
                        .toList();
        var contents = new ArrayList<Content>();
        for (long item : items) {
            contents.add(Samples.content(session, item, ++content));
        }
        measured(
                "known",
                BATCH,
                () ->
                        ports.ingestion.known(
                                contents.stream().map(each -> each.content().hash()).toList()));
        var claims =
                measured(
                        "ingest",
                        BATCH,
                        () -> ports.ingestion.record(contents, List.of(), List.of()));
        var names = new ArrayList<Naming.Name>();
        var parts = new ArrayList<PartRow>();
        var music = new ArrayList<MusicRow>();
        for (int at = 0; at < BATCH; at++) {
            long file = claims.get(at).file();
            names.add(Samples.name(items.get(at), file, "Artist_-_A_song_of_some_length.mid"));
            for (int part = 0; part < PARTS; part++) {
                parts.add(Samples.part(session, items.get(at), file, part, ++content));
            }
            music.add(Samples.music(session, items.get(at), file));
        }
        measured(
                "name",
                BATCH,
                () -> {
                    ports.naming.record(names);
                    return names;
                });
        var split = measured("split", parts.size(), () -> ports.splitting.record(parts, List.of()));
        for (int at = 0; at < split.size(); at++) {
            music.add(
                    Samples.music(
                            session,
                            ItemId.part(items.get(at / PARTS), at % PARTS),
                            split.get(at).file()));
        }
        for (int at = 0; at < music.size(); at += BATCH) {
            var rows = music.subList(at, at + BATCH);
            measured("analyze", BATCH, () -> ports.analysis.record(rows, List.of(), false));
        }
        measured("ledger", BATCH, () -> ports.sessions.ledger(session));
    }

    private static List<Sighting> sightings(int batch) {
        var sightings = new ArrayList<Sighting>();
        for (int at = 0; at < BATCH; at++) {
            sightings.add(
                    new Sighting(
                            new Origin(
                                    "/home/somebody/music/midi collection",
                                    "Folder "
                                            + batch
                                            + "/Artist - A song of some length "
                                            + at
                                            + ".mid",
                                    ""),
                            0,
                            20_000,
                            1_700_000_000_000_000L + at,
                            Optional.empty(),
                            Optional.empty()));
        }
        return sightings;
    }

    private <T> T measured(String what, int rows, Callable<T> call) throws Exception {
        long server = serverMicros();
        long client = clientMicros();
        long wall = System.nanoTime();
        T value = call.call();
        long clientEnd = clientMicros();
        long wallEnd = System.nanoTime();
        long[] cost = costs.computeIfAbsent(what, name -> new long[4]);
        cost[0] += rows;
        cost[1] += clientEnd - client;
        cost[2] += serverMicros() - server;
        cost[3] += (wallEnd - wall) / 1000;
        return value;
    }

    private void print(int batches) {
        double total = 0;
        for (var cost : costs.entrySet()) {
            long[] sums = cost.getValue();
            double rows = sums[0];
            System.out.printf(
                    "%-8s %7.0f rows  client %5.1f  server %5.1f  wall %6.1f us a row%n",
                    cost.getKey(), rows, sums[1] / rows, sums[2] / rows, sums[3] / rows);
            total += (sums[1] + sums[2]) / (double) (batches * BATCH);
        }
        System.out.printf("together %.0f us a source file with %d parts%n", total, PARTS);
    }

    private static long clientMicros() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
                / 1000;
    }

    /** The processor time of all processes of the server so far. */
    private static long serverMicros() throws IOException {
        long ticks = 0;
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                try {
                    String stat = Files.readString(process.resolve("stat"));
                    if (stat.contains("(postgres)") && isOurs(process)) {
                        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
                        ticks += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
                    }
                } catch (IOException e) {
                    // It ended in between.
                }
            }
        }
        return ticks * 10_000;
    }

    private static boolean isOurs(Path process) throws IOException {
        return Files.readSymbolicLink(process.resolve("cwd"))
                .toString()
                .contains(TestDatabase.FOLDER);
    }
}
