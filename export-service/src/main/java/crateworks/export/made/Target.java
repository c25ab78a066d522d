package crateworks.export.made;

import crateworks.export.drive.Delivery;
import crateworks.export.drive.DriveRoot;
import crateworks.export.drive.DriveWriter;
import crateworks.pipeline.Bytes;
import crateworks.pipeline.ContentHash;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Renditions;
import crateworks.pipeline.run.FileTrouble;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The drive that files are made for: writes many at a time, and records them when they are on the
 * medium. A file that the drive does not take is left out, and tried again by the next export.
 */
final class Target {
    private static final int BYTES_AT_ONCE = 32 << 20;
    private static final int FILES_AT_ONCE = 512;

    private final Renditions renditions;
    private final DriveWriter writer;
    private final Function<Bytes, ContentHash> blake3;
    private final DriveRoot root;
    private final String drive;
    private final List<Making> waiting = new ArrayList<>();
    private long waitingBytes;

    Target(
            Renditions renditions,
            DriveWriter writer,
            Function<Bytes, ContentHash> blake3,
            DriveRoot root,
            String drive) {
        this.renditions = renditions;
        this.writer = writer;
        this.blake3 = blake3;
        this.root = root;
        this.drive = drive;
    }

    String drive() {
        return drive;
    }

    /** What lies on the drive of a tree, by path. */
    Map<String, Renditions.Made> made(Tree tree) throws Outage {
        var byPath = new HashMap<String, Renditions.Made>();
        for (Renditions.Made made : renditions.made(drive, tree.word())) {
            byPath.put(made.path(), made);
        }
        return byPath;
    }

    /** Writes a file now or soon. */
    void put(Making making) throws Outage, InterruptedException {
        waiting.add(making);
        waitingBytes += making.content().length();
        if (waiting.size() >= FILES_AT_ONCE || waitingBytes >= BYTES_AT_ONCE) {
            flush();
        }
    }

    /** Returns when everything is written and recorded. */
    void flush() throws Outage, InterruptedException {
        if (waiting.isEmpty()) {
            return;
        }
        List<Delivery> deliveries = waiting.stream().map(this::delivery).toList();
        var made = new ArrayList<Renditions.Made>(waiting.size());
        try {
            List<String> landed = writer.write(root, deliveries);
            for (int at = 0; at < landed.size(); at++) {
                made.add(made(waiting.get(at), landed.get(at), deliveries.get(at)));
            }
        } catch (FileTrouble oneOfThem) {
            eachByItself(deliveries, made);
        }
        renditions.record(drive, made);
        waiting.clear();
        waitingBytes = 0;
    }

    private void eachByItself(List<Delivery> deliveries, List<Renditions.Made> made)
            throws Outage, InterruptedException {
        for (int at = 0; at < deliveries.size(); at++) {
            try {
                String landed = writer.write(root, List.of(deliveries.get(at))).getFirst();
                made.add(made(waiting.get(at), landed, deliveries.get(at)));
            } catch (FileTrouble refused) {
                // This one has no row, so the next export tries it again.
            }
        }
    }

    private Delivery delivery(Making making) {
        return new Delivery(making.path(), making.content(), blake3.apply(making.content()));
    }

    private static Renditions.Made made(Making making, String landed, Delivery delivery) {
        return new Renditions.Made(
                making.tree().word(),
                making.file(),
                landed,
                making.signature(),
                delivery.hash(),
                making.content().length());
    }
}
