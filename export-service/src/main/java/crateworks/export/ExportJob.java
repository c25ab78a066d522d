package crateworks.export;

import crateworks.export.drive.Delivery;
import crateworks.export.drive.DriveRoot;
import crateworks.export.drive.DriveWriter;
import crateworks.pipeline.Bytes;
import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Analyzed;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.message.Exported;
import crateworks.pipeline.message.Message;
import crateworks.pipeline.port.BlobStore;
import crateworks.pipeline.port.Exporting;
import crateworks.pipeline.port.KnownDrives;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.run.Fate;
import crateworks.pipeline.run.FileTrouble;
import crateworks.pipeline.run.Job;
import crateworks.pipeline.run.NotYet;
import crateworks.pipeline.run.Performed;
import crateworks.pipeline.run.Tally;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The last stage: writes files to the places that the plan gave them. Its effect is on a drive, so
 * it is no function over a batch like the others.
 */
public final class ExportJob implements Job<Analyzed, Exported> {
    private final Exporting exporting;
    private final BlobStore blobs;
    private final DriveWriter writer;
    private final KnownDrives drives;

    public ExportJob(Exporting exporting, BlobStore blobs, DriveWriter writer, KnownDrives drives) {
        this.exporting = exporting;
        this.blobs = blobs;
        this.writer = writer;
        this.drives = drives;
    }

    @Override
    public StageName stage() {
        return StageName.EXPORT;
    }

    @Override
    public Performed<Exported> perform(List<Analyzed> batch)
            throws Outage, NotYet, InterruptedException {
        long startedNanos = System.nanoTime();
        var done = new ArrayList<Analyzed>(batch.size());
        var fates = new ArrayList<Fate<Exported>>(batch.size());
        for (var entry : byDrive(batch).entrySet()) {
            done.addAll(entry.getValue());
            fates.addAll(export(entry.getKey(), entry.getValue()));
        }
        return Tally.of(stage(), done, fates, (System.nanoTime() - startedNanos) / 1_000);
    }

    /** The files that may be written now; those of runs that do not export at all are left out. */
    private Map<Exporting.Turn.Go, List<Analyzed>> byDrive(List<Analyzed> batch)
            throws Outage, NotYet {
        var turns = new HashMap<Long, Exporting.Turn>();
        var files = new LinkedHashMap<Exporting.Turn.Go, List<Analyzed>>();
        for (Analyzed file : batch) {
            Exporting.Turn turn = turns.get(file.session());
            if (turn == null) {
                turn = exporting.turn(file.session());
                turns.put(file.session(), turn);
            }
            switch (turn) {
                case Exporting.Turn.Go go ->
                        files.computeIfAbsent(go, _ -> new ArrayList<>()).add(file);
                case Exporting.Turn.Wait() ->
                        throw new NotYet("the plan of the drive of run " + file.session());
                case Exporting.Turn.Pass() -> {}
            }
        }
        return files;
    }

    private List<Fate<Exported>> export(Exporting.Turn.Go go, List<Analyzed> files)
            throws Outage, InterruptedException {
        String drive = go.drive();
        Map<Long, Exporting.Place> places =
                exporting.places(drive, files.stream().map(Analyzed::file).distinct().toList());
        Map<Long, String> paths = write(go, files, places);
        var placed = new ArrayList<Exporting.Placed>(files.size());
        var waived = new ArrayList<Exporting.Waived>();
        var fates = new ArrayList<Fate<Exported>>(files.size());
        for (Analyzed file : files) {
            String path = paths.get(file.file());
            if (path == null) {
                waived.add(new Exporting.Waived(file.session(), file.item()));
                fates.add(new Fate.Onward<>(List.of()));
                continue;
            }
            placed.add(placed(drive, file, path));
            fates.add(new Fate.Onward<>(List.of(exported(drive, file, path))));
        }
        exporting.record(placed, waived);
        return fates;
    }

    /** Writes what is not written yet; returns where every file with a place lies. */
    private Map<Long, String> write(
            Exporting.Turn.Go go, List<Analyzed> files, Map<Long, Exporting.Place> places)
            throws Outage, InterruptedException {
        var paths = new HashMap<Long, String>();
        var unwritten = new LinkedHashMap<Long, BlobRef>();
        for (Analyzed file : files) {
            Exporting.Place place = places.get(file.file());
            if (place != null) {
                paths.put(file.file(), place.path());
                if (!place.written()) {
                    unwritten.put(file.file(), file.content());
                }
            }
        }
        if (unwritten.isEmpty()) {
            return paths;
        }
        List<Bytes> contents = blobs.read(List.copyOf(unwritten.values()));
        var deliveries = new ArrayList<Delivery>(contents.size());
        unwritten.forEach(
                (file, ref) ->
                        deliveries.add(
                                new Delivery(
                                        paths.getOrDefault(file, ""),
                                        contents.get(deliveries.size()),
                                        ref.hash())));
        List<String> landed = write(go, deliveries);
        int at = 0;
        for (Long file : unwritten.keySet()) {
            paths.put(file, landed.get(at++));
        }
        return paths;
    }

    private List<String> write(Exporting.Turn.Go go, List<Delivery> deliveries)
            throws Outage, InterruptedException {
        try {
            return writer.write(new DriveRoot(Path.of(go.drive()), go.mark()), deliveries);
        } catch (FileTrouble trouble) {
            if (trouble.code().equals(DriveWriter.DEVICE_FAILED)) {
                drives.suspect(go.mark(), String.valueOf(trouble.getMessage()));
            }
            throw trouble;
        }
    }

    private static Exporting.Placed placed(String drive, Analyzed file, String path) {
        return new Exporting.Placed(
                file.session(),
                file.item(),
                file.file(),
                drive,
                path,
                file.content().hash(),
                file.content().length());
    }

    private static Exported exported(String drive, Analyzed file, String path) {
        return new Exported(
                Message.VERSION,
                file.session(),
                file.item(),
                file.file(),
                drive,
                path,
                file.content().hash().hex());
    }
}
