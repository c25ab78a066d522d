package crateworks.benchmarks.endtoend;

import crateworks.benchmarks.endtoend.ProcessTable.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a process, those it started, and those that work in a folder take together.
 *
 * <p>A server that has left its parent is known by the folder in its command, and its children by
 * it. A process that ends was waited for by a parent, which then shows its time; one that nobody in
 * the tree waits for counts with what was seen of it last.
 */
final class ProcessWatch {
    private final long root;
    private final String mark;
    private final long self = ProcessHandle.current().pid();
    private final Map<Trunk, Long> cpuMillis = new HashMap<>();
    private long peakBytes;
    private long peakRootBytes;
    private int processesMost;

    /** A process of the tree whose parent is not of the tree. */
    private record Trunk(long id, long startTick) {}

    /** Watches {@code root}, its descendants, and processes whose command names {@code folder}. */
    ProcessWatch(long root, Path folder) {
        this.root = root;
        // Commands are read byte by byte, see ProcessTable.
        byte[] name = folder.toString().getBytes(StandardCharsets.UTF_8);
        this.mark = new String(name, StandardCharsets.ISO_8859_1);
    }

    /** Looks once, and says how many processes there are. */
    int look() throws IOException {
        Map<Long, Entry> all = ProcessTable.read();
        Set<Long> members = members(all);
        var millis = new HashMap<Trunk, Long>();
        long bytes = 0;
        for (long id : members) {
            millis.merge(trunk(id, members, all), entry(id, all).cpuMillis(), Long::sum);
            bytes += ProcessTable.residentBytes(id);
        }
        cpuMillis.putAll(millis);
        peakBytes = Math.max(peakBytes, bytes);
        peakRootBytes = Math.max(peakRootBytes, ProcessTable.peakBytes(root));
        processesMost = Math.max(processesMost, members.size());
        return members.size();
    }

    /** The time of those who were not descendants of the root when they were seen last. */
    long cpuMillisBesidesRoot() {
        return cpuMillis.entrySet().stream()
                .filter(trunk -> trunk.getKey().id() != root)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The most memory that was seen in all processes together, shared pages in each of them. */
    long peakBytes() {
        return peakBytes;
    }

    /** The most memory that the root ever held. */
    long peakRootBytes() {
        return peakRootBytes;
    }

    int processesMost() {
        return processesMost;
    }

    private Set<Long> members(Map<Long, Entry> all) {
        var members = new HashSet<Long>();
        for (long id : all.keySet()) {
            if (id == root || (id != self && ProcessTable.command(id).contains(mark))) {
                members.add(id);
            }
        }
        var grown = new HashSet<Long>();
        do {
            grown.clear();
            for (Entry entry : all.values()) {
                if (members.contains(entry.parent()) && !members.contains(entry.id())) {
                    grown.add(entry.id());
                }
            }
            members.addAll(grown);
        } while (!grown.isEmpty());
        members.retainAll(all.keySet());
        return members;
    }

    private static Trunk trunk(long id, Set<Long> members, Map<Long, Entry> all) {
        Entry entry = entry(id, all);
        while (members.contains(entry.parent())) {
            entry = entry(entry.parent(), all);
        }
        return new Trunk(entry.id(), entry.startTick());
    }

    private static Entry entry(long id, Map<Long, Entry> all) {
        Entry entry = all.get(id);
        if (entry == null) {
            throw new IllegalStateException("process " + id + " is not in the table");
        }
        return entry;
    }
}
