package crateworks.export.made;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crateworks.export.drive.DriveRoot;
import crateworks.export.drive.DriveWriter;
import crateworks.export.mpc.DriveCheck;
import crateworks.export.mpc.ExpansionReader;
import crateworks.export.mpc.PatternReader;
import crateworks.music.drive.DriveLayout;
import crateworks.music.midi.SmfWriter;
import crateworks.music.mpc.Flaw;
import crateworks.music.mpc.OneShots;
import crateworks.music.mpc.PatternFile;
import crateworks.music.time.Division;
import crateworks.pipeline.Bytes;
import crateworks.pipeline.StageName;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Renditions;
import crateworks.pipeline.session.DriveShape;
import crateworks.pipeline.session.DriveWishes;
import crateworks.pipeline.session.Order;
import crateworks.pipeline.session.Selection;
import crateworks.testkit.blob.MemoryBlobStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made for devices, on a real folder, with the ports in memory. */
class DeviceFilesTest {
    private static final String MARK = "11111111-2222-3333-4444-555555555555";
    private static final String CHORDS =
            "[[0,1,\"A:min\"],[1,2,\"F:maj\"],[2,3,\"C:maj\"],[3,4,\"G:maj\"],[4,5,\"A:min\"]]";

    @TempDir Path here;

    private final MemoryRenditions renditions = new MemoryRenditions();
    private final MemoryBlobStore blobs = new MemoryBlobStore();
    private final DriveWriter writer = new DriveWriter(DriveLayout.STANDARD, 4, "test");
    private Path drive = Path.of("");

    @BeforeEach
    void mount() throws IOException {
        drive = here.resolve("drive");
        Files.createDirectories(drive.resolve("METADATA"));
        Files.writeString(
                drive.resolve("METADATA/drive.json"),
                "{\"schema\":1,\"drive\":\"%s\"}".formatted(MARK));
    }

    @AfterEach
    void stop() {
        writer.close();
    }

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
    void theMusicOfAProgressionStaysWhenItsListIsMadeAgain() throws Exception {
        fill(3);
        make(DriveShape.STANDARD);
        String list = "Progressions/House-i VI III VII 01.progression";
        Map<String, String> whole = tree();
        for (String path : whole.keySet()) {
            Files.setLastModifiedTime(drive.resolve(path), FileTime.fromMillis(1_000_000));
        }
        Files.delete(drive.resolve(list));

        new DeviceFiles(renditions, blobs, writer)
                .again(root(), drive.toString(), order(DriveShape.STANDARD, "both"), List.of(list));

        assertThat(tree()).isEqualTo(whole);
        for (String path : whole.keySet()) {
            if (!path.equals(list)) {
                assertThat(Files.getLastModifiedTime(drive.resolve(path)).toMillis())
                        .as(path)
                        .isEqualTo(1_000_000);
            }
        }
    }

    @Test
    void theNameOfAProgressionAsMusicSaysBarsTempoAndKey() throws Exception {
        fill(3);

        make(DriveShape.STANDARD);

        String edm = "MPC_Documents/Progressions/EDM/House-i VI III VII 01 8b 124bpm Cm";
        String major = "MPC_Documents/Progressions/Major/Major-I vi ii V 01 8b C";
        assertThat(tree().keySet())
                .filteredOn(path -> path.contains("Progressions/"))
                .contains(edm + ".mid", edm + ".mpcpattern", major + ".mid", major + ".mpcpattern");
    }

    @Test
    void progressionsThatDifferInTheNameOfAChordAreOne() throws Exception {
        String sixth = "[[0,1,\"F:maj6\"],[1,2,\"C:maj\"],[2,3,\"A:min\"],[3,4,\"G:maj\"]]";
        for (String chords : List.of(sixth, sixth.replace("F:maj6", "D:min7/b3"))) {
            renditions.chords.add(
                    new Renditions.Chords(
                            renditions.chords.size() + 1L,
                            chords,
                            0,
                            false,
                            OptionalDouble.empty(),
                            List.of()));
        }

        make(DriveShape.STANDARD);

        assertThat(tree().keySet().stream().filter(path -> path.startsWith("Progressions/")))
                .hasSize(1);
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

    private void make(DriveShape shape) throws Exception {
        new DeviceFiles(renditions, blobs, writer)
                .make(root(), drive.toString(), order(shape, "both"));
    }

    private DriveRoot root() {
        return new DriveRoot(drive, MARK);
    }

    private static Order order(DriveShape shape, String format) {
        return order(shape, format, Selection.EVERYTHING, OptionalInt.empty());
    }

    private static Order order(
            DriveShape shape, String format, Selection selection, OptionalInt packFilesMax) {
        var chosen =
                new Selection(
                        selection.where(),
                        selection.filesMax(),
                        selection.folderFilesMax(),
                        packFilesMax,
                        selection.nearDuplicates());
        return new Order(
                List.of("/music"),
                List.of(StageName.values()),
                Optional.of("/drive"),
                format,
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                new DriveWishes(false, chosen, shape));
    }

    private void fill(int count) throws Exception {
        String[] categories = {"Drums", "Bass", "Chords", "Melody", "DrumHats", "FX"};
        for (int file = 1; file <= count; file++) {
            String category = categories[file % categories.length];
            add(file, "Tune %d.mid".formatted(file % 9), category, 90 + file % 30, "F#m", 4);
        }
        renditions.chords.add(
                new Renditions.Chords(
                        1, CHORDS, 9, true, OptionalDouble.of(124), List.of("house")));
        renditions.chords.add(
                new Renditions.Chords(2, CHORDS, 9, true, OptionalDouble.of(93), List.of("jazz")));
        renditions.chords.add(
                new Renditions.Chords(
                        3,
                        "[[0,1,\"C:maj\"],[1,2,\"A:min\"],[2,3,\"D:min7\"],[3,4,\"G:7\"]]",
                        0,
                        false,
                        OptionalDouble.empty(),
                        List.of()));
    }

    private void add(long file, String name, String category, double bpm, String key, int bars)
            throws Exception {
        renditions.parts.add(
                new Renditions.Part(
                        file,
                        blobs.write(List.of(midi(file))).getFirst(),
                        name,
                        category,
                        OptionalDouble.of(bpm),
                        OptionalDouble.empty(),
                        key,
                        bars,
                        category.startsWith("Drum"),
                        file % 3 == 0 ? List.of("deep house", "house") : List.of(),
                        List.of()));
    }

    /** A bar with a kick and a snare, and a third note that tells files apart. */
    private static Bytes midi(long file) {
        var out = new SmfWriter(0, new Division.TicksPerQuarter(96), 128).beginTrack();
        out.channelMessage(0, 0x99, 36, 100).channelMessage(48, 0x89, 36, 0);
        out.channelMessage(96, 0x99, 38, 90).channelMessage(140, 0x89, 38, 0);
        out.channelMessage(192, 0x99, 40 + (int) file % 80, (int) file % 100 + 1);
        out.channelMessage(384, 0x89, 40 + (int) file % 80, 0);
        return Bytes.of(out.endTrack(384).toBytes().toArray());
    }

    private String first(String ending) throws IOException {
        return tree().keySet().stream()
                .filter(path -> path.endsWith(ending))
                .findFirst()
                .orElseThrow();
    }

    /** Path to hash of everything but the mark. */
    private Map<String, String> tree() throws IOException {
        var tree = new TreeMap<String, String>();
        try (Stream<Path> all = Files.walk(drive)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String path = drive.relativize(file).toString();
                if (!path.startsWith("METADATA")) {
                    tree.put(path, blobs.hash(Bytes.of(Files.readAllBytes(file))).hex());
                }
            }
        }
        return tree;
    }
}
