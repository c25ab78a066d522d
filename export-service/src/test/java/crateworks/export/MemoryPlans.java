package crateworks.export;

import crateworks.music.naming.SafeName;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.port.DrivePlans;
import crateworks.pipeline.port.Exporting;
import crateworks.pipeline.port.Outage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Places of files in memory, for one drive and files that are all ready. */
public final class MemoryPlans implements DrivePlans, Exporting {
    /** A file of the library. */
    public record Row(
            long file, String category, int tempoFrom, String key, String name, String hash) {}

    private final Map<Long, BlobRef> contents = new HashMap<>();
    private final Map<Long, Row> library = new TreeMap<>();
    private final Map<Long, String> paths = new HashMap<>();
    private final Map<Long, Placed> written = new HashMap<>();
    private final Map<String, Set<String>> names = new HashMap<>();
    private final Map<String, String> foldedNames = new HashMap<>();
    private final Set<Long> ended = new HashSet<>();
    private Turn turn = new Turn.Wait();
    private long neededBytes;
    private int recordsUntilOutage = Integer.MAX_VALUE;
    private int placingsUntilOutage = Integer.MAX_VALUE;

    public void add(Row row) {
        library.put(row.file(), row);
    }

    void turn(Turn next) {
        turn = next;
    }

    /** The call after so many more to {@link #place} fails, and all after it work again. */
    void failPlacingAfter(int calls) {
        placingsUntilOutage = calls;
    }

    void needBytes(long bytes) {
        neededBytes = bytes;
    }

    void failRecordingAfter(int calls) {
        recordsUntilOutage = calls;
    }

    /** Hash and name without folder, by path: what must not depend on anything but the library. */
    public Map<String, String> hashByPath() {
        var byPath = new TreeMap<String, String>();
        paths.forEach((file, path) -> byPath.put(path, row(file).hash()));
        return byPath;
    }

    void store(long file, BlobRef content) {
        contents.put(file, content);
    }

    List<Placed> written() {
        return List.copyOf(written.values());
    }

    /** The file lies elsewhere from now on. */
    void lies(long file, String path) {
        written.computeIfPresent(
                file,
                (_, old) ->
                        new Placed(
                                old.session(),
                                old.item(),
                                file,
                                old.drive(),
                                path,
                                old.hash(),
                                old.bytes()));
    }

    /** Whether any file lies on the drive. */
    boolean isWritten() {
        return !written.isEmpty();
    }

    Set<Long> ended() {
        return ended;
    }

    @Override
    public void forget(String drive) {
        paths.clear();
        written.clear();
        names.clear();
    }

    @Override
    public long waive(long session, String drive) {
        return 0; // everything is chosen
    }

    @Override
    public LeftBehind leftBehind(long session, String drive) {
        return new LeftBehind(0, 0);
    }

    @Override
    public Room room(long session, String drive, int blockBytes) {
        long files = library.keySet().stream().filter(file -> !written.containsKey(file)).count();
        return new Room(files, Math.max(neededBytes, files * blockBytes));
    }

    @Override
    public List<Group> groups(long session, String drive) {
        record Of(String category, int tempoFrom, String key) {}
        var sums = new HashMap<Of, Long>();
        waiting()
                .forEach(
                        row ->
                                sums.merge(
                                        new Of(row.category(), row.tempoFrom(), row.key()),
                                        1L,
                                        Long::sum));
        return sums.entrySet().stream()
                .map(
                        sum ->
                                new Group(
                                        sum.getKey().category(),
                                        sum.getKey().tempoFrom(),
                                        sum.getKey().key(),
                                        sum.getValue()))
                .sorted(
                        Comparator.comparing(Group::category)
                                .thenComparingInt(Group::tempoFrom)
                                .thenComparing(Group::key))
                .toList();
    }

    @Override
    public void eachWaiting(long session, String drive, Consumer<Waiting> sink) {
        waiting().stream()
                .sorted(
                        Comparator.comparing(Row::category)
                                .thenComparingInt(Row::tempoFrom)
                                .thenComparing(Row::key)
                                .thenComparing(this::foldedName)
                                .thenComparing(Row::hash))
                .forEach(
                        row ->
                                sink.accept(
                                        new Waiting(
                                                row.file(),
                                                row.category(),
                                                row.tempoFrom(),
                                                row.key(),
                                                row.name(),
                                                1)));
    }

    @Override
    public Set<String> taken(String drive, String folder) {
        return names.getOrDefault(folder, Set.of());
    }

    @Override
    public void place(String drive, List<Placement> placements) throws Outage {
        if (placingsUntilOutage-- == 0) {
            throw new Outage("the database", "away");
        }
        for (Placement placement : placements) {
            if (paths.putIfAbsent(placement.file(), placement.path()) == null) {
                int slash = placement.path().lastIndexOf('/');
                names.computeIfAbsent(placement.path().substring(0, slash), _ -> new HashSet<>())
                        .add(SafeName.foldKey(placement.path().substring(slash + 1)));
            }
        }
    }

    @Override
    public List<Original> originals(String drive, List<String> paths) {
        return written.values().stream()
                .filter(placed -> paths.contains(placed.path()))
                .map(placed -> new Original(placed.path(), content(placed.file())))
                .toList();
    }

    @Override
    public void eachEntry(String drive, Consumer<Entry> sink) {
        written.values().stream()
                .sorted(Comparator.comparing(Placed::path))
                .forEach(placed -> sink.accept(entry(placed)));
    }

    @Override
    public Map<Long, Place> places(String drive, List<Long> files) {
        var places = new HashMap<Long, Place>();
        for (Long file : files) {
            Placed lies = written.get(file);
            String path = lies == null ? paths.get(file) : lies.path();
            if (path != null) {
                places.put(file, new Place(path, lies != null));
            }
        }
        return places;
    }

    @Override
    public Turn turn(long session) {
        return turn;
    }

    @Override
    public void record(List<Placed> placed, List<Waived> unplaced) throws Outage {
        if (recordsUntilOutage-- == 0) {
            throw new Outage("the database", "away");
        }
        placed.forEach(each -> written.put(each.file(), each));
        placed.forEach(each -> ended.add(each.item()));
        unplaced.forEach(each -> ended.add(each.item()));
    }

    private String foldedName(Row row) {
        return foldedNames.computeIfAbsent(row.name(), SafeName::foldKey);
    }

    private List<Row> waiting() {
        var rows = new ArrayList<>(library.values());
        rows.removeIf(row -> paths.containsKey(row.file()));
        return rows;
    }

    private BlobRef content(long file) {
        BlobRef content = contents.get(file);
        if (content == null) {
            throw new IllegalStateException("no content of " + file);
        }
        return content;
    }

    private Row row(long file) {
        Row row = library.get(file);
        if (row == null) {
            throw new IllegalStateException("no file " + file);
        }
        return row;
    }

    private Entry entry(Placed placed) {
        Row row = row(placed.file());
        return new Entry(
                placed.file(),
                placed.path(),
                placed.hash().hex(),
                placed.bytes(),
                row.name(),
                "was \"" + row.name() + "\"",
                row.category(),
                row.tempoFrom() > 0
                        ? OptionalDouble.of(row.tempoFrom() + 0.5)
                        : OptionalDouble.empty(),
                Optional.of(row.key()).filter(key -> !key.isEmpty()),
                Optional.of("4/4"),
                List.of("dark", "loop"));
    }
}
