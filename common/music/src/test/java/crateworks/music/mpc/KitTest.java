package crateworks.music.mpc;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.music.mpc.OneShots.Style;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KitTest {
    @ParameterizedTest
    @EnumSource(Style.class)
    void everyNoteOfGeneralMidiSoundsAndEndsSilent(Style style) {
        List<OneShots.Recipe> all = OneShots.all(style);

        assertThat(all).extracting(OneShots.Recipe::note).contains(35, 36, 38, 42, 46, 81);
        assertThat(all).extracting(OneShots.Recipe::name).doesNotHaveDuplicates();
        for (OneShots.Recipe recipe : all) {
            byte[] wav = OneShots.wav(style, recipe.note());
            int frames = Wav.frames(wav).orElseThrow();
            var samples = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).position(44);
            int loudest = 0;
            short last = 0;
            while (samples.hasRemaining()) {
                last = samples.getShort();
                loudest = Math.max(loudest, Math.abs(last));
            }
            assertThat(frames).as(recipe.name()).isBetween(1_000, 4 * 44_100);
            assertThat(loudest).as(recipe.name()).isBetween(28_000, 30_000);
            assertThat(last).as(recipe.name()).isZero();
        }
    }

    @Test
    void soundsAreTheSameEveryTimeAndDifferentFromEachOther() {
        assertThat(OneShots.wav(Style.DEEP, 36)).isEqualTo(OneShots.wav(Style.DEEP, 36));
        var different = new HashSet<Integer>();
        OneShots.all(Style.STUDIO)
                .forEach(
                        recipe ->
                                different.add(
                                        ByteBuffer.wrap(OneShots.wav(Style.STUDIO, recipe.note()))
                                                .hashCode()));
        assertThat(different).hasSize(47);
    }

    @Test
    void aKitHasAllPadsAndSamplesOnTheRightOnes() {
        var kit =
                new Kit(
                        "Kit-A & B",
                        PadOrder.AS_WRITTEN,
                        List.of(new Kit.Pad(36, "Kick <1>", 100), new Kit.Pad(46, "Open", 7)));

        String xpm = new String(KitWriter.write(kit), StandardCharsets.UTF_8);

        assertThat(xpm).contains("<ProgramName>Kit-A &amp; B</ProgramName>").doesNotContain("${");
        assertThat(xpm.split("<Instrument number=", -1)).hasSize(129);
        assertThat(xpm.split("<SampleName>Kick &lt;1&gt;</SampleName>", -1)).hasSize(2);
        assertThat(xpm.split("<SliceEnd>100</SliceEnd>", -1)).hasSize(2);
        int open = xpm.indexOf("<Instrument number=\"4\">");
        assertThat(xpm.substring(open, xpm.indexOf("<Instrument number=\"5\">")))
                .contains("<SampleName>Open</SampleName>", "<MuteGroup>1</MuteGroup>");
    }

    @Test
    void aKitForPadsHasTheNotesThatPatternsForPadsHave() {
        var kit = new Kit("Kit", PadOrder.PADS, List.of(new Kit.Pad(46, "Open", 7)));

        String xpm = new String(KitWriter.write(kit), StandardCharsets.UTF_8);

        int fourth = xpm.indexOf("<PadNote number=\"4\">");
        assertThat(xpm.substring(fourth, xpm.indexOf("<PadNote number=\"5\">")))
                .contains("<Note>39</Note>");
        assertThat(PadOrder.PADS.moved(46)).isEqualTo(39);
        int open = xpm.indexOf("<Instrument number=\"4\">");
        assertThat(xpm.substring(open, xpm.indexOf("<Instrument number=\"5\">")))
                .contains("<SampleName>Open</SampleName>");
    }

    @Test
    void framesAreCountedWhateverChunksComeBefore() {
        byte[] wav = Wav.mono(new short[1_234]);
        assertThat(Wav.frames(wav)).hasValue(1_234);
        assertThat(Wav.frames(new byte[100])).isEmpty();

        ByteBuffer other = ByteBuffer.allocate(wav.length + 12).order(ByteOrder.LITTLE_ENDIAN);
        other.put(wav, 0, 36).putInt(0x5453494C).putInt(3).putInt(0);
        other.put(wav, 36, wav.length - 36);
        assertThat(Wav.frames(other.array())).hasValue(1_234);
    }

    @Test
    void coversAreDifferentSquarePictures() {
        byte[] png = Cover.png("House 120-129");
        assertThat(ByteBuffer.wrap(png).getInt(16)).isEqualTo(1_000);
        assertThat(ByteBuffer.wrap(png).getInt(20)).isEqualTo(1_000);
        assertThat(png).isNotEqualTo(Cover.png("Techno 120-129")).hasSizeLessThan(20_000);
    }
}
