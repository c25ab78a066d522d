package crateworks.export.made;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crateworks.export.mpc.DriveCheck;
import crateworks.export.mpc.ExpansionReader;
import crateworks.export.mpc.PatternReader;
import crateworks.music.mpc.Flaw;
import crateworks.music.mpc.OneShots;
import crateworks.music.mpc.PatternFile;
import crateworks.pipeline.Bytes;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Renditions;
import crateworks.pipeline.session.DriveShape;
import crateworks.pipeline.session.Selection;
import crateworks.testkit.blob.MemoryBlobStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is made for devices, on a real folder, with the ports in memory. */
class DeviceFilesTest extends DeviceFilesScene {
    @Test
    void aBassInAMinorAt90IsWhereAPlayerLooks() throws Exception {
        add(1, "Deep_Floor_Bass.mid", "Bass", 92.4, "Am", 4);

        make(DriveShape.STANDARD);

        assertThat(tree())
                .containsKeys(
                        "MPC_Documents/Patterns/Bass/090-099bpm/Am/"
                                + "Bass-Deep Floor 01 1b 92bpm Am.mpcpattern",
                        "Expansions/CW Mixed 090-099/Bass/"
                                + "Bass-Deep Floor 01 1b 92bpm Am.mpcpattern",
                        "Expansions/CW Mixed 090-099/Expansion.xml",
                        "Expansions/CW Mixed 090-099/cover.png");
    }

    @Test
    void nothingThatIsMadeHasAFlaw() throws Exception {
        fill(60);

        make(DriveShape.STANDARD);

        var flaws = new ArrayList<String>();
        DriveCheck.Sums sums =
                DriveCheck.check(drive, (path, flaw) -> flaws.add(path + ": " + flaw));
        assertThat(flaws).isEmpty();
        assertThat(sums.checked()).isGreaterThan(300);
        for (String path : tree().keySet()) {
            if (path.endsWith("Expansion.xml")) {
                assertThat(ExpansionReader.read(Files.readAllBytes(drive.resolve(path))))
                        .containsEntry("type", "drum")
                        .containsKey("identifier");
            }
        }
    }

    @Test
    void theCheckNamesWhatIsWrong() throws Exception {
        fill(20);
        make(DriveShape.STANDARD);
        String pattern = first(".mpcpattern");
        String broken = Files.readString(drive.resolve(pattern)).replace("775807", "775808");
        Files.writeString(drive.resolve(pattern), broken);
        String progression = first(".progression");
        Files.move(
                drive.resolve(progression), drive.resolve("Progressions/Other-Name.progression"));
        Files.delete(drive.resolve(first("Kick.WAV")));
        Files.writeString(drive.resolve("Progressions/Bad-One.progression"), "{");

        var rules = new ArrayList<Flaw.Rule>();
        DriveCheck.check(drive, (_, flaw) -> rules.add(flaw.rule()));

        assertThat(rules)
                .contains(
                        Flaw.Rule.LENGTH_TOKEN,
                        Flaw.Rule.STEM,
                        Flaw.Rule.SAMPLE_MISSING,
                        Flaw.Rule.ILL_FORMED);
    }

    @Test
    void theSecondTimeNothingIsWritten() throws Exception {
        fill(40);
        make(DriveShape.STANDARD);
        Map<String, String> before = tree();
        for (String path : before.keySet()) {
            Files.setLastModifiedTime(drive.resolve(path), FileTime.fromMillis(1_000_000));
        }

        var nothingToRead = new DeviceFiles(renditions, new MemoryBlobStore(), writer);
        nothingToRead.make(root(), drive.toString(), order(DriveShape.STANDARD, "both"));

        assertThat(tree()).isEqualTo(before);
        for (String path : before.keySet()) {
            assertThat(Files.getLastModifiedTime(drive.resolve(path)).toMillis())
                    .as(path)
                    .isEqualTo(1_000_000);
        }
    }

    @Test
    void whoeverGoesOnAfterACrashMakesTheSame() throws Exception {
        fill(40);
        make(DriveShape.STANDARD);
        Map<String, String> whole = tree();

        for (int calls = 0; calls < 4; calls += 2) {
            renditions.made.clear();
            renditions.failRecordingAfter(calls);
            assertThatThrownBy(() -> make(DriveShape.STANDARD)).isInstanceOf(Outage.class);
            make(DriveShape.STANDARD);
            assertThat(tree()).isEqualTo(whole);
        }
    }

    @Test
    void damagedFilesAreMadeAgainAtTheirPlaces() throws Exception {
        fill(40);
        make(DriveShape.STANDARD);
        Map<String, String> whole = tree();
        List<String> damaged =
                List.of(
                        first(".progression"),
                        first("Kick.WAV"),
                        first(".xpm"),
                        whole.keySet().stream()
                                .filter(path -> path.contains("Patterns/Bass"))
                                .findFirst()
                                .orElseThrow(),
                        whole.keySet().stream()
                                .filter(path -> path.contains("Progressions/EDM"))
                                .findFirst()
                                .orElseThrow());
        for (String path : damaged) {
            Files.writeString(drive.resolve(path), "damaged");
        }

        long again =
                new DeviceFiles(renditions, blobs, writer)
                        .again(
                                root(),
                                drive.toString(),
                                order(DriveShape.STANDARD, "both"),
                                damaged);

        assertThat(again).isEqualTo(damaged.size());
        assertThat(tree()).isEqualTo(whole);
    }

    @Test
    void titlesThatRepeatAreCountedTheBestFirst() throws Exception {
        add(1, "Groove.mid", "Drums", 120, "", 4);
        add(2, "groove.mid", "Drums", 121, "", 4);

        make(new DriveShape("design", "gm", "flat", "none", 10, 64, 0, Optional.empty()));

        assertThat(tree().keySet().stream().filter(path -> path.endsWith(".mpcpattern")))
                .extracting(path -> path.substring(path.lastIndexOf('/') + 1))
                .containsExactlyInAnyOrder(
                        "Drums-Groove 01 1b 120bpm.mpcpattern",
                        "Drums-groove 02 1b 121bpm.mpcpattern");
        assertThat(tree()).doesNotContainKey("Expansions");
    }

    @Test
    void theMostPatternsAndTheMostOfAPackAreKept() throws Exception {
        fill(40);
        var shape = new DriveShape("both", "gm", "flat", "none", 30, 64, 0, Optional.empty());

        new DeviceFiles(renditions, blobs, writer)
                .make(
                        root(),
                        drive.toString(),
                        order(shape, "mpc-one", Selection.EVERYTHING, OptionalInt.of(5)));

        assertThat(tree().keySet().stream().filter(path -> path.startsWith("MPC_Doc")))
                .filteredOn(path -> path.endsWith(".mpcpattern"))
                .hasSize(30);
        assertThat(tree().keySet().stream().filter(path -> path.startsWith("Expansions")))
                .filteredOn(path -> path.endsWith(".mpcpattern"))
                .hasSize(3 * 5);
        assertThat(tree().keySet()).noneMatch(path -> path.startsWith("Force_Projects"));
    }

    @Test
    void longPartsGetPatternsOnlyWhereTheyAreWanted() throws Exception {
        add(1, "Long.mid", "Bass", 120, "Am", 65);
        make(new DriveShape("both", "gm", "flat", "none", 10, 64, 0, Optional.empty()));
        assertThat(tree()).isEmpty();

        make(new DriveShape("both", "gm", "flat", "none", 10, 65, 0, Optional.empty()));
        assertThat(tree().keySet()).filteredOn(path -> path.endsWith(".mpcpattern")).hasSize(2);
    }

    @Test
    void drumsGoToPadsWhereThatIsWanted() throws Exception {
        add(1, "Beat.mid", "Drums", 120, "", 4);
        make(new DriveShape("design", "pads", "flat", "none", 10, 64, 0, Optional.empty()));

        PatternFile pattern =
                PatternReader.read(Files.readAllBytes(drive.resolve(first(".mpcpattern"))));
        assertThat(pattern.notes()).extracting(PatternFile.Event.Note::pitch).contains(36, 37);
    }

    @Test
    void ownSamplesGoIntoTheKit() throws Exception {
        Path samples = Files.createDirectories(here.resolve("samples/808"));
        byte[] wav = OneShots.wav(OneShots.Style.DEEP, 36);
        Files.write(samples.resolve("My-Kick_01.wav"), wav);
        Files.write(samples.resolve("open hat.WAV"), wav);
        Files.writeString(samples.resolve("Snare.wav"), "no wave");
        add(1, "Beat.mid", "Drums", 120, "", 4);

        make(
                new DriveShape(
                        "design",
                        "gm",
                        "flat",
                        "none",
                        10,
                        64,
                        0,
                        Optional.of(here.resolve("samples").toString())));

        assertThat(tree())
                .containsKeys(
                        "MPC_Documents/Programs/Drum_Kits/Kit-CW GM Own Studio.xpm",
                        "MPC_Documents/Programs/Drum_Kits/Samples/My Kick 01.WAV",
                        "MPC_Documents/Programs/Drum_Kits/Samples/open hat.WAV",
                        "MPC_Documents/Programs/Drum_Kits/Samples/CW Studio Snare.WAV");
        var flaws = new ArrayList<Flaw>();
        DriveCheck.check(drive, (_, flaw) -> flaws.add(flaw));
        assertThat(flaws).isEmpty();
        assertThat(samples.resolve("My-Kick_01.wav")).hasBinaryContent(wav);
    }

    @Test
    void songsLieInTheMonthsOfTheirSources() throws Exception {
        Bytes song = midi(1);
        renditions.songs.add(
                new Renditions.Song(
                        9, blobs.write(List.of(song)).getFirst(), "Song.mid", "2024-05"));

        make(DriveShape.STANDARD);

        assertThat(drive.resolve("Force_Projects/2024-05/Song.mid")).hasBinaryContent(song.array());
    }
}
