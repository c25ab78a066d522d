package crateworks.music.tags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaggerTest {
    private static final Tagger TAGGER = new Tagger(TagDictionary.standard());

    private static List<Tag> ofFile(String name) {
        return TAGGER.tags(List.of(), name, List.of(), List.of());
    }

    private static List<String> said(List<Tag> tags) {
        return tags.stream()
                .filter(tag -> tag.source() != TagSource.DERIVED)
                .map(Tag::term)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "BassLoop01.mid, bass|loop",
        "bass_loop.mid, bass|loop",
        "LOOP BASS.MID, bass|loop",
        "Song 1.mid, full song", // never soul
        "Bassoon.mid, bassoon", // never bass
        "HiHats.mid, hihat",
        "hi-hat_groove.mid, hihat|groove",
        "Drum & Bass.mid, drum and bass", // neither drums nor bass
        "DnB 174.mid, drum and bass",
        "drum'n'bass.mid, drum and bass",
        "DeepHouseChords.mid, chords|deep house",
        "deephouse.mid, deep house",
        "Bass Drum.mid, kick",
        "slap bass solo.mid, slap bass|solo",
        "Sad Piano Melodies.mid, piano|melody|sad",
        "Bossa-Nova Gtr.mid, guitar|bossa nova",
        "80s SynthPop Arp.mid, arpeggio|synthpop|80s",
        "TR-808 Clap.mid, clap|tr 808",
        "TR808.mid, tr 808",
        "LoFi_HipHop_Keys.mid, keys|hip hop|lo fi",
        "Señorita Flauto.mid, flute",
        "FLÛTE.kar, flute",
    })
    void wholeWordsOfANameAreItsTags(String name, String terms) {
        assertThat(said(ofFile(name))).containsExactly(terms.split("\\|", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "songbird.mid",
                "soulless.mid",
                "Bassett.mid",
                "Popeye.mid",
                "Rocket.mid",
                "Harpoon.mid",
                "Tomorrow.mid",
                "Organize.mid",
                "Padding.mid",
                "Luftballons.mid",
                "Scarlet.mid",
                "Trapeze.mid",
                "a b c.mid",
                "___.mid",
                "",
                "!?.mid",
                "Bas.mid",
                "00aa01d7fd5cd2e0a2e29a04bd93954b.mid",
            })
    void whatOnlyLooksLikeAWordIsNone(String name) {
        assertThat(ofFile(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Ebm keys.mid, keys",
        "Ebm_120bpm_keys.mid, keys",
        "Keys_Ebm.mid, keys",
        "KeysEbm120.mid, keys",
        "Fm Synth.mid, synth",
        "FM Synth.mid, fm synth",
        "EBM keys.mid, keys|industrial",
        "ebm keys.mid, keys|industrial",
    })
    void aKeyAsMusiciansWriteItIsNoOtherWord(String name, String terms) {
        assertThat(said(ofFile(name))).containsExactly(terms.split("\\|", -1));
    }

    @Test
    void aRuleMayHaveTheLettersOfAKeyInAnyCase() {
        Tagger tagger = new Tagger(TagDictionary.parse("[genre]\nbody music = Ebm"));

        assertThat(tagger.tags(List.of("ebm"), "EBM 1.mid", List.of(), List.of()))
                .extracting(Tag::term)
                .containsExactly("body music");
    }

    @Test
    void aTagBringsItsParentsAlong() {
        List<Tag> tags = ofFile("slap bass.mid");
        assertThat(tags)
                .containsExactly(
                        new Tag("slap bass", TagCategory.INSTRUMENT, TagSource.FILE, 0.8),
                        new Tag("electric bass", TagCategory.INSTRUMENT, TagSource.DERIVED, 0.72),
                        new Tag("bass", TagCategory.INSTRUMENT, TagSource.DERIVED, 0.648));
    }

    @Test
    void programsAreInstruments() {
        List<Tag> tags = TAGGER.tags(List.of(), "x.mid", List.of(), List.of(33, 0, 128, -1, 33));
        assertThat(said(tags)).containsExactly("fingered bass", "acoustic piano");
        assertThat(tags.getFirst().source()).isEqualTo(TagSource.PROGRAM);
        assertThat(tags.stream().map(Tag::term)).contains("bass", "piano", "keys");
    }

    @Test
    void foldersAndTracksSpeakToo() {
        List<Tag> tags =
                TAGGER.tags(
                        List.of("Loopmasters", "Techno"),
                        "01.mid",
                        List.of("Lead", "Roland D-50"),
                        List.of());
        assertThat(tags)
                .contains(
                        new Tag("techno", TagCategory.GENRE, TagSource.FOLDER, 0.6),
                        new Tag("loopmasters", TagCategory.VENDOR, TagSource.FOLDER, 0.55),
                        new Tag("lead", TagCategory.INSTRUMENT, TagSource.TRACK, 0.7),
                        new Tag("roland", TagCategory.VENDOR, TagSource.TRACK, 0.35));
    }

    @Test
    void aTermStandsOnceWithItsBestConfidence() {
        List<Tag> tags = TAGGER.tags(List.of("Bass"), "Bass.mid", List.of("bass"), List.of(33));
        assertThat(tags.stream().filter(tag -> tag.term().equals("bass")))
                .containsExactly(new Tag("bass", TagCategory.INSTRUMENT, TagSource.FILE, 0.8));
    }

    @Test
    void anEverydayWordIsBelievedLess() {
        double house = ofFile("House of Cards.mid").getFirst().confidence();
        double techno = ofFile("Techno of Cards.mid").getFirst().confidence();
        assertThat(house).isLessThan(0.5).isLessThan(techno);
    }

    @Test
    void aFileHasFewTagsHoweverMuchIsSaid() {
        List<Integer> programs = IntStream.range(0, 128).boxed().toList();
        List<String> folders = Collections.nCopies(500, "Techno House Trance");
        List<String> tracks = Collections.nCopies(10_000, "piano ".repeat(1_000));
        assertThat(TAGGER.tags(folders, "x.mid", tracks, programs)).hasSize(Tagger.TAGS_MAX);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderOfTracksAndProgramsChangesNothing(long seed) {
        var random = new Random(seed);
        List<String> tracks =
                new ArrayList<>(List.of("Slap Bass", "Rhodes", "Vln 1", "HiHat", "Lead"));
        List<Integer> programs = new ArrayList<>(List.of(0, 4, 33, 36, 48, 81, 89));
        List<Tag> tags = TAGGER.tags(List.of("Funk"), "groove.mid", tracks, programs);
        Collections.shuffle(tracks, random);
        Collections.shuffle(programs, random);
        assertThat(TAGGER.tags(List.of("Funk"), "groove.mid", tracks, programs))
                .as("seed %d", seed)
                .isEqualTo(tags);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyTextIsRead(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            var name = new StringBuilder();
            for (int length = random.nextInt(300); length > 0; length--) {
                name.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
            }
            assertThat(ofFile(name.toString()).size())
                    .as("seed %d, round %d", seed, round)
                    .isLessThanOrEqualTo(Tagger.TAGS_MAX);
        }
    }

    @Test
    void aTitleMakesNoDrumsOfAnInstrumentThatPlaysOnAnotherChannel() {
        List<Tag> clarinet =
                TAGGER.tagsOffDrums(
                        List.of("Pop"),
                        "Bizarre Love Triangle.mid",
                        List.of("Clarinet"),
                        List.of());

        assertThat(clarinet).extracting(Tag::term).contains("clarinet", "pop");
        assertThat(clarinet).extracting(Tag::term).doesNotContain("triangle", "percussion");
        assertThat(TAGGER.tagsOffDrums(List.of(), "Conga Line.mid", List.of(), List.of(56)))
                .extracting(Tag::term)
                .contains("trumpet")
                .doesNotContain("conga", "percussion");
    }

    @Test
    void wordsForDrumsStayWhereNoInstrumentIsNamedMoreSurely() {
        assertThat(TAGGER.tagsOffDrums(List.of(), "Conga Loop.mid", List.of(), List.of()))
                .extracting(Tag::term)
                .contains("conga", "percussion");
        assertThat(TAGGER.tagsOffDrums(List.of(), "Funk.mid", List.of("Kick"), List.of(33)))
                .extracting(Tag::term)
                .contains("kick");
        assertThat(TAGGER.tagsOffDrums(List.of(), "Timpani.mid", List.of(), List.of()))
                .extracting(Tag::term)
                .contains("timpani", "percussion");
    }

    @Test
    void aTriangleLeadIsALead() {
        assertThat(said(ofFile("Triangle lead.mid"))).containsExactly("lead");
    }
}
