package crateworks.export;

import crateworks.music.drive.DriveLayout;
import crateworks.pipeline.port.DrivePlans;
import crateworks.pipeline.port.Outage;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Places files one after the other; open are the folders of one category and range of tempi. */
final class Placing {
    private static final int BATCH = 1_000;

    private final DrivePlans plans;
    private final String drive;
    private final DriveLayout layout;
    private final Map<String, Map<String, Long>> filesByRange;
    private final Map<String, RangePlan> open = new HashMap<>();
    private final Set<String> opened = new HashSet<>();
    private final List<DrivePlans.Placement> unrecorded = new ArrayList<>();
    private String category = "";
    private String tempo = "";
    private long count;

    Placing(
            DrivePlans plans,
            String drive,
            DriveLayout layout,
            Map<String, Map<String, Long>> filesByRange) {
        this.plans = plans;
        this.drive = drive;
        this.layout = layout;
        this.filesByRange = filesByRange;
    }

    long count() {
        return count;
    }

    void add(DrivePlans.Waiting file) {
        closeUnlessWithin(file.category(), DriveLayout.tempoFolder(file.tempoFrom()));
        String folder = layout.rangeFolder(file.category(), file.tempoFrom(), file.key());
        RangePlan range = open.get(folder);
        if (range == null) {
            range = open(folder);
        }
        String path = range.place(layout.keyFolder(file.key()), file.name());
        unrecorded.add(new DrivePlans.Placement(file.file(), path));
        count++;
        boolean batchMayEnd = open.values().stream().allMatch(RangePlan::sameWhenResumed);
        if (unrecorded.size() >= BATCH && batchMayEnd) {
            record();
        }
    }

    void finish() {
        record();
    }

    private void closeUnlessWithin(String fileCategory, String fileTempo) {
        if (!category.equals(fileCategory) || !tempo.equals(fileTempo)) {
            open.clear();
            category = fileCategory;
            tempo = fileTempo;
        }
    }

    private RangePlan open(String folder) {
        if (!opened.add(folder)) {
            record(); // two categories share the folder: its names must be where Taken looks
        }
        var range =
                new RangePlan(
                        layout,
                        new Taken(plans, drive),
                        folder,
                        filesByRange.getOrDefault(folder, Map.of()));
        open.put(folder, range);
        return range;
    }

    private void record() {
        if (unrecorded.isEmpty()) {
            return;
        }
        try {
            plans.place(drive, List.copyOf(unrecorded));
        } catch (Outage outage) {
            throw new UncheckedIOException(outage);
        }
        unrecorded.clear();
    }
}
