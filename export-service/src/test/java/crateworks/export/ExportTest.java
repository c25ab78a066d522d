package crateworks.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crateworks.export.drive.DriveVerifier;
import crateworks.export.drive.DriveVerifier.Finding;
import crateworks.pipeline.message.Analyzed;
import crateworks.pipeline.message.Exported;
import crateworks.pipeline.port.Exporting.Turn;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.run.NotYet;
import crateworks.pipeline.run.Performed;
import crateworks.testkit.blob.MemoryBlobStore;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From the plan to the index, on a real folder, with the ports in memory. */
class ExportTest extends ExportScene {
    @Test
    void everythingLiesOnTheDriveAndTheIndexSaysSo() throws Exception {
        List<Analyzed> batch = batch(FILES);

        Performed<Exported> performed = export(batch);

        assertThat(performed.next()).hasSize(FILES);
        assertThat(performed.progress())
                .singleElement()
                .satisfies(count -> assertThat(count.out()).isEqualTo(FILES));
        assertThat(plans.ended()).hasSize(FILES);
        var verifier = new DriveVerifier(blobs::hash);
        var findings = new ArrayList<Finding>();
        assertThat(verifier.verify(drive, findings::add)).isEqualTo(sums(FILES, FILES, 0, 0, 0, 0));
        assertThat(findings).isEmpty();
        assertThat(drive.resolve("README.txt")).exists();
        assertThat(drive.resolve(".crateworks.lock")).doesNotExist();
    }

    @Test
    void aSecondExportWritesNothing() throws Exception {
        export(batch(FILES));
        makeOld();
        var nothingToRead = new ExportJob(plans, new MemoryBlobStore(), writer, drives);

        ExportDrive led = drive();
        led.plan(session());
        assertThat(nothingToRead.perform(batch(FILES)).next()).hasSize(FILES);
        led.make(session());
        led.finish(session());

        assertNothingChangedSince();
    }

    @Test
    void aReadmeOfTheUsersOwnStays() throws Exception {
        Files.createDirectories(drive);
        Files.writeString(drive.resolve("README.txt"), "Sets of the summer. Do not delete!");
        export(batch(50));

        assertThat(drive.resolve("README.txt")).hasContent("Sets of the summer. Do not delete!");
        assertThat(drive.resolve("README Crateworks.txt")).content().contains("METADATA");
    }

    @Test
    void twoRunsOverTheSameFilesMakeTheSameBytes() throws Exception {
        export(batch(FILES));
        Map<String, String> first = tree(drive);

        var other = new ExportTest();
        other.here = here;
        other.drive = here.resolve("other");
        List<Analyzed> batch = other.batch(FILES);
        ExportDrive led = other.drive();
        led.plan(other.session());
        other.plans.turn(new Turn.Go(other.drive.toString(), MARK));
        for (int from = FILES - 50; from >= 0; from -= 50) {
            other.job.perform(batch.subList(from, from + 50));
        }
        led.finish(other.session());
        other.stop();

        assertThat(tree(here.resolve("other"))).isEqualTo(first);
    }

    @Test
    void aCrashBetweenWritingAndRecordingWritesNothingTwice() throws Exception {
        List<Analyzed> batch = batch(50);
        drive().plan(session());
        plans.turn(new Turn.Go(drive.toString(), MARK));
        plans.failRecordingAfter(0);
        assertThatThrownBy(() -> job.perform(batch)).isInstanceOf(Outage.class);
        makeOld();

        assertThat(job.perform(batch).next()).hasSize(50);

        assertNothingChangedSince();
    }

    @Test
    void exportWaitsForThePlanAndDropsWhatNoRunWants() throws Exception {
        List<Analyzed> batch = batch(2);
        assertThatThrownBy(() -> job.perform(batch)).isInstanceOf(NotYet.class);

        plans.turn(new Turn.Pass());
        Performed<Exported> passed = job.perform(batch);

        assertThat(passed.next()).isEmpty();
        assertThat(passed.progress()).isEmpty();
        assertThat(plans.ended()).isEmpty();
    }

    @Test
    void aFileWithoutAPlaceEndsAsDone() throws Exception {
        List<Analyzed> batch = batch(2);
        drive().plan(session());
        plans.turn(new Turn.Go(drive.toString(), MARK));
        Analyzed unplanned = analyzed(99, blobs.write(List.of(content(99))).getFirst());

        Performed<Exported> performed = job.perform(List.of(batch.getFirst(), unplanned));

        assertThat(performed.next()).extracting(Exported::file).containsExactly(1L);
        assertThat(plans.ended()).containsExactlyInAnyOrder(10L, 990L);
    }

    @Test
    void theListsTellWhatTheyShallAndNothingOfTheComputer() throws Exception {
        library.fail("park", "TIMED_OUT", "/home/someone/midi/pack.zip!/folder/bad.mid");
        library.fail("ingest", "NOT_MUSIC", "C:\\midi\\cover.jpg");
        export(batch(3));

        assertThat(drive.resolve("METADATA/file_index.json"))
                .content()
                .startsWith("{\"schema\":1,\"files\":[\n{\"path\":\"MPC_Documents/")
                .contains("\"original_name\":\"was \\\"Loop_1.mid\\\"\"")
                .contains(
                        "\"bpm\":120.5,\"key\":\"Am\",\"meter\":\"4/4\",\"tags\":[\"dark\",\"loop\"]")
                .doesNotContain(here.toString());
        assertThat(drive.resolve("METADATA/categories.json"))
                .hasContent(
                        """
                        {"schema":1,"categories":[
                        {"category":"Bass","files":3,"bytes":27}
                        ]}
                        """);
        assertThat(drive.resolve("METADATA/export_log.json"))
                .content()
                .contains(
                        """
                        ],"failures":[
                        {"stage":"ingest","state":"parked","code":"NOT_MUSIC","file":"cover.jpg"}
                        ,{"stage":"park","state":"parked","code":"TIMED_OUT","file":"bad.mid"}
                        ]}
                        """)
                .doesNotContain("someone");
    }
}
