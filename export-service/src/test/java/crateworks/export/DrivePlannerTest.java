package crateworks.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crateworks.music.drive.DriveLayout;
import crateworks.music.naming.SafeName;
import crateworks.music.naming.TargetProfile;
import crateworks.pipeline.port.Outage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrivePlannerTest {
    private static final String DRIVE = "/drive";
    private static final List<String> KEYS = List.of("", "Am", "C", "F#m", "Ebm", "G", "what?");
    private static final List<String> CATEGORIES =
            List.of("Bass", "Progressions", "Newer", "Newest");

    @Test
    void aSmallRangeIsOneFolder() throws Outage {
        var plans = new MemoryPlans();
        addNamed(plans, 440, "Bass", 120, "Am");

        assertThat(plan(plans, DriveLayout.STANDARD)).isEqualTo(440);
        assertThat(folders(plans).keySet())
                .containsExactly("MPC_Documents/SAMPLES/Bass/120-129bpm");
    }

    @Test
    void aLargeRangeIsDividedByKeyAndALargeKeyIsNumbered() throws Outage {
        var plans = new MemoryPlans();
        addNamed(plans, 441, "Bass", 120, "Am");
        addNamed(plans, 2, "Bass", 120, "");

        plan(plans, DriveLayout.STANDARD);

        assertThat(folders(plans).keySet())
                .containsExactlyInAnyOrder(
                        "MPC_Documents/SAMPLES/Bass/120-129bpm/Am/001",
                        "MPC_Documents/SAMPLES/Bass/120-129bpm/No_Key");
    }

    @Test
    void thirtyThousandFilesOfOneKindStayWithinTheLimitOfFolders() throws Outage {
        var plans = new MemoryPlans();
        for (int number = 0; number < 30_000; number++) {
            String name = number % 3 == 0 ? "Untitled.mid" : "untitled.mid";
            plans.add(row(number, "Drums", 120, "", name));
        }

        plan(plans, DriveLayout.STANDARD);

        assertThat(plans.hashByPath()).hasSize(30_000);
        assertSound(plans, 500);
        assertThat(plans.hashByPath().keySet())
                .contains(
                        "MPC_Documents/SAMPLES/Drums/Grooves/120-129bpm/No_Key/060/Untitled_2.mid");
    }

    @Test
    void aKeyThatFillsItsNumberedFoldersGoesOnBesideThem() throws Outage {
        var layout = new DriveLayout(TargetProfile.KEEP_SHARPS, 100, true);
        var plans = new MemoryPlans();
        addNamed(plans, 10_001, "FX", 0, "");

        plan(plans, layout);

        assertSound(plans, 100);
        assertThat(folders(plans)).hasSize(101);
        assertThat(folders(plans).get("MPC_Documents/SAMPLES/FX/No_Tempo/No_Key_2/001"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theSameLibraryGetsTheSamePlacesInWhateverOrderItWasFound(long seed) throws Outage {
        List<MemoryPlans.Row> rows = library(new Random(seed), 4_000);
        var first = planned(rows);
        var shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed + 100));
        var renumbered = new ArrayList<MemoryPlans.Row>();
        for (MemoryPlans.Row row : shuffled) {
            renumbered.add(
                    new MemoryPlans.Row(
                            renumbered.size() + 1L,
                            row.category(),
                            row.tempoFrom(),
                            row.key(),
                            row.name(),
                            row.hash()));
        }

        assertThat(planned(renumbered).hashByPath())
                .as("seed " + seed)
                .isEqualTo(first.hashByPath());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void planningThatWasInterruptedEndsAsIfItHadNotBeen(long seed) throws Outage {
        List<MemoryPlans.Row> rows = library(new Random(seed), 6_000);
        var whole = planned(rows);
        for (int interruptedAfter = 1; interruptedAfter < 5; interruptedAfter++) {
            var plans = new MemoryPlans();
            rows.forEach(plans::add);
            plans.failPlacingAfter(interruptedAfter);
            assertThatThrownBy(() -> plan(plans, DriveLayout.STANDARD)).isInstanceOf(Outage.class);
            assertThat(plans.hashByPath()).isNotEmpty().hasSizeLessThan(rows.size());

            plan(plans, DriveLayout.STANDARD);

            assertThat(plans.hashByPath())
                    .as("seed %d, after %d", seed, interruptedAfter)
                    .isEqualTo(whole.hashByPath());
        }
    }

    @Test
    void theRestOfADividedRangeIsNotTakenForASmallOne() throws Outage {
        var whole = new MemoryPlans();
        var interrupted = new MemoryPlans();
        for (MemoryPlans plans : List.of(whole, interrupted)) {
            addNamed(plans, 1_000, "Bass", 120, "");
            addNamed(plans, 100, "Bass", 120, "Am");
            addNamed(plans, 1_000, "Bass", 130, "F#m");
        }
        plan(whole, DriveLayout.STANDARD);
        interrupted.failPlacingAfter(1);
        assertThatThrownBy(() -> plan(interrupted, DriveLayout.STANDARD))
                .isInstanceOf(Outage.class);

        plan(interrupted, DriveLayout.STANDARD);

        assertThat(interrupted.hashByPath()).isEqualTo(whole.hashByPath());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void laterFilesFitInAroundThoseThatHaveAPlace(long seed) throws Outage {
        var random = new Random(seed);
        var layout = new DriveLayout(TargetProfile.KEEP_SHARPS, 110, true);
        var plans = new MemoryPlans();
        Map<String, String> before = Map.of();
        long next = 1;
        for (int run = 0; run < 12; run++) {
            for (MemoryPlans.Row row : library(random, 1 + random.nextInt(700))) {
                long file = next++;
                plans.add(
                        new MemoryPlans.Row(
                                file,
                                row.category(),
                                row.tempoFrom(),
                                row.key(),
                                row.name(),
                                hash(file)));
            }
            plan(plans, layout);
            assertThat(plans.hashByPath()).as("seed " + seed).containsAllEntriesOf(before);
            assertThat(plans.hashByPath()).hasSize((int) next - 1);
            assertSound(plans, 110);
            before = plans.hashByPath();
        }
        assertThat(plan(plans, layout)).isZero();
        assertThat(plans.hashByPath()).isEqualTo(before);
    }

    private static MemoryPlans planned(List<MemoryPlans.Row> rows) throws Outage {
        var plans = new MemoryPlans();
        rows.forEach(plans::add);
        plan(plans, DriveLayout.STANDARD);
        return plans;
    }

    private static long plan(MemoryPlans plans, DriveLayout layout) throws Outage {
        return new DrivePlanner(plans, layout).plan(1, DRIVE);
    }

    private static List<MemoryPlans.Row> library(Random random, int files) {
        var rows = new ArrayList<MemoryPlans.Row>();
        for (int number = 1; number <= files; number++) {
            rows.add(
                    row(
                            number,
                            CATEGORIES.get(random.nextInt(CATEGORIES.size())),
                            random.nextInt(3) == 0 ? 0 : 120 + 10 * random.nextInt(2),
                            KEYS.get(random.nextInt(2) * random.nextInt(KEYS.size())),
                            (random.nextBoolean() ? "Loop " : "loop_") + random.nextInt(50)));
        }
        return rows;
    }

    private static void addNamed(
            MemoryPlans plans, int files, String category, int tempoFrom, String key) {
        for (int number = 0; number < files; number++) {
            long file = number + 1_000_000L * (key.length() + 1);
            plans.add(row(file, category, tempoFrom, key, "name " + number + ".mid"));
        }
    }

    private static MemoryPlans.Row row(
            long file, String category, int tempoFrom, String key, String name) {
        return new MemoryPlans.Row(file, category, tempoFrom, key, name, hash(file));
    }

    private static String hash(long file) {
        return String.format(Locale.ROOT, "%064x", file * 0x9E3779B97F4A7C15L);
    }

    private static Map<String, Integer> folders(MemoryPlans plans) {
        var counts = new HashMap<String, Integer>();
        plans.hashByPath()
                .keySet()
                .forEach(
                        path ->
                                counts.merge(
                                        path.substring(0, path.lastIndexOf('/')), 1, Integer::sum));
        return counts;
    }

    private static void assertSound(MemoryPlans plans, int entriesMax) {
        var entries = new HashMap<String, Set<String>>();
        for (String path : plans.hashByPath().keySet()) {
            String rest = path;
            for (int slash = rest.lastIndexOf('/'); slash > 0; slash = rest.lastIndexOf('/')) {
                boolean isNew =
                        entries.computeIfAbsent(rest.substring(0, slash), _ -> new HashSet<>())
                                .add(SafeName.foldKey(rest.substring(slash + 1)));
                assertThat(isNew || rest.length() < path.length()).as("twice: " + path).isTrue();
                rest = rest.substring(0, slash);
            }
        }
        assertThat(entries)
                .allSatisfy(
                        (folder, names) ->
                                assertThat(names).as(folder).hasSizeLessThanOrEqualTo(entriesMax));
    }
}
