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
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The drive that files are made for: writes many at a time, while the next are made, and records
 * them when they are on the medium. A file that the drive does not take is left out, and tried
 * again by the next export.
 */
final class Target implements AutoCloseable {
    private static final int BYTES_AT_ONCE = 32 << 20;
    private static final int FILES_AT_ONCE = 512;

    private final Renditions renditions;
    private final DriveWriter writer;
    private final Function<Bytes, ContentHash> blake3;
    private final DriveRoot root;
    private final String drive;
    private final Consumer<String> says;
    private final ExecutorService background =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("device-files").factory());
    private Future<?> writing = CompletableFuture.completedFuture(List.of());
    private List<Making> waiting = new ArrayList<>();
    private long waitingBytes;
    private String what = "";
    private long wanted;
    private long written;

    /** {@code says} is told what is being made, whenever some of it has been written. */
    Target(
            Renditions renditions,
            DriveWriter writer,
            Function<Bytes, ContentHash> blake3,
            DriveRoot root,
            String drive,
            Consumer<String> says) {
        this.renditions = renditions;
        this.writer = writer;
        this.blake3 = blake3;
        this.root = root;
        this.drive = drive;
        this.says = says;
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

    /** From now on {@code what} is made, about so many files of it. */
    void begin(String what, long files) {
        this.what = what;
        wanted = files;
        written = 0;
        tell(0);
    }

    /** Writes a file soon. */
    void put(Making making) throws Outage, InterruptedException {
        waiting.add(making);
        waitingBytes += making.content().length();
        if (waiting.size() >= FILES_AT_ONCE || waitingBytes >= BYTES_AT_ONCE) {
            hand();
        }
    }

    /** Returns when everything is written and recorded. */
    void flush() throws Outage, InterruptedException {
        hand();
        await();
    }

    @Override
    public void close() {
        background.shutdownNow();
        background.close();
    }

    private void hand() throws Outage, InterruptedException {
        await();
        if (waiting.isEmpty()) {
            return;
        }
        List<Making> batch = waiting;
        waiting = new ArrayList<>();
        waitingBytes = 0;
        writing =
                background.submit(
                        () -> {
                            write(batch);
                            return batch;
                        });
        tell(batch.size());
    }

    private void await() throws Outage, InterruptedException {
        try {
            writing.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case Outage outage -> throw outage;
                case InterruptedException stopped -> throw stopped;
                case RuntimeException mistake -> throw mistake;
                case null, default -> throw new IllegalStateException(failed);
            }
        }
    }

    private void write(List<Making> batch) throws Outage, InterruptedException {
        List<Delivery> deliveries = batch.stream().map(this::delivery).toList();
        var made = new ArrayList<Renditions.Made>(batch.size());
        try {
            List<String> landed = writer.write(root, deliveries);
            for (int at = 0; at < landed.size(); at++) {
                made.add(made(batch.get(at), landed.get(at), deliveries.get(at)));
            }
        } catch (FileTrouble oneOfThem) {
            eachByItself(batch, deliveries, made);
        }
        renditions.record(drive, made);
    }

    private void eachByItself(
            List<Making> batch, List<Delivery> deliveries, List<Renditions.Made> made)
            throws Outage, InterruptedException {
        for (int at = 0; at < deliveries.size(); at++) {
            try {
                String landed = writer.write(root, List.of(deliveries.get(at))).getFirst();
                made.add(made(batch.get(at), landed, deliveries.get(at)));
            } catch (FileTrouble refused) {
                // This one has no row, so the next export tries it again.
            }
        }
    }

    private void tell(long more) {
        written += more;
        String of = wanted > 0 ? String.format(Locale.ROOT, " of %,d", wanted) : "";
        says.accept(String.format(Locale.ROOT, "making %s: %,d%s", what, written, of));
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
