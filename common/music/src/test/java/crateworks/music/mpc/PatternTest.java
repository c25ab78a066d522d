package crateworks.music.mpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crateworks.music.midi.MidiFile;
import crateworks.music.midi.Read;
import crateworks.music.midi.Reading;
import crateworks.music.midi.Smf;
import crateworks.music.midi.SmfWriter;
import crateworks.music.time.Division;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatternTest {
    private static MidiFile file(int ticksPerQuarter, Consumer<SmfWriter> track) {
        var writer = new SmfWriter(1, new Division.TicksPerQuarter(ticksPerQuarter), 256);
        writer.beginTrack();
        track.accept(writer);
        Reading reading = writer.endTrack(1_000_000).toBytes().read();
        return Read.legible(reading).file();
    }

    private static SmfWriter note(SmfWriter writer, int on, int off, int pitch, int velocity) {
        return writer.channelMessage(on, 0x90, pitch, velocity).channelMessage(off, 0x80, pitch, 0);
    }

    /** Notes as "onPulse+length pitch velocity". */
    private static List<String> notes(Pattern pattern) {
        return IntStream.range(0, pattern.count())
                .mapToObj(
                        row ->
                                "%d+%d %d %d"
                                        .formatted(
                                                pattern.onPulse(row),
                                                pattern.lengthPulses(row),
                                                pattern.pitch(row),
                                                pattern.velocity(row)))
                .toList();
    }

    private static Pattern pattern(MidiFile file) {
        return Pattern.of(file).orElseThrow();
    }

    @Test
    void ticksBecomeTheNearestPulses() {
        MidiFile file = file(96, out -> note(note(out, 1, 7, 60, 1), 95, 191, 62, 127));

        assertThat(notes(pattern(file))).containsExactly("10+60 60 1", "950+960 62 127");
    }

    @Test
    void aPulseThatLiesBetweenTicksIsRounded() {
        MidiFile file = file(1_001, out -> note(note(out, 1, 2, 60, 64), 1_000, 2_002, 61, 64));

        // 1 tick is 0.959 pulses, 2 are 1.918, 1,000 are 959.04, 2,002 are 1,920
        assertThat(notes(pattern(file))).containsExactly("1+1 60 64", "959+961 61 64");
    }

    @Test
    void silentBarsBeforeTheFirstNoteGoButOffbeatsStay() {
        MidiFile file = file(480, out -> note(out, 2 * 1_920 + 240, 2 * 1_920 + 480, 60, 90));

        assertThat(notes(pattern(file))).containsExactly("480+480 60 90");
        assertThat(pattern(file).bars()).isEqualTo(1);
    }

    @Test
    void barsFollowTheMetre() {
        MidiFile waltz =
                file(
                        480,
                        out -> {
                            out.timeSignature(0, 3, 4);
                            note(note(out, 1_440, 1_920, 60, 90), 4_320, 5_760, 62, 90);
                        });

        assertThat(notes(pattern(waltz))).containsExactly("0+960 60 90", "5760+2880 62 90");
        assertThat(pattern(waltz).bars()).isEqualTo(3);
    }

    @Test
    void aChangeOfMetreBeginsABar() {
        MidiFile file =
                file(
                        960,
                        out -> {
                            out.timeSignature(0, 4, 4);
                            out.timeSignature(2 * 3_840 + 960, 7, 8);
                            // one bar of 7/8 (3,360 pulses) behind the change, and one eighth more
                            note(out, 2 * 3_840 + 960 + 3_360 + 480, 20_000, 60, 90);
                        });

        assertThat(notes(pattern(file)).getFirst()).startsWith("480+");
    }

    @Test
    void aLastNoteMaySpillOverTheBarLine() {
        MidiFile spills = file(960, out -> note(out, 0, 3_840 + 119, 60, 90));
        MidiFile lasts = file(960, out -> note(out, 0, 3_840 + 120, 60, 90));

        assertThat(pattern(spills).bars()).isEqualTo(1);
        assertThat(pattern(lasts).bars()).isEqualTo(2);
    }

    @Test
    void theLouderOfTwoEqualNotesStaysAndANewOneEndsTheOld() {
        Pattern.Builder notes = new Pattern.Builder(1);
        notes.add(0, 500, 60, 10).add(0, 300, 60, 90).add(0, 200, 48, 50);
        notes.add(100, 50, 60, 20).add(100, 50, 48, 20).add(100, 50, 47, 20);

        assertThat(notes(notes.build(1)))
                .containsExactly(
                        "0+100 48 50",
                        "0+100 60 90",
                        "100+50 47 20",
                        "100+50 48 20",
                        "100+50 60 20");
    }

    @Test
    void theLongerOfTwoEquallyLoudNotesStays() {
        Pattern.Builder notes = new Pattern.Builder(1);
        notes.add(0, 1, 60, 90).add(0, 300, 60, 90).add(0, 200, 60, 90).add(0, 900, 60, 80);

        assertThat(notes(notes.build(1))).containsExactly("0+300 60 90");
    }

    @Test
    void doubledNotesKeepTheirLength() {
        MidiFile file =
                file(
                        480,
                        out -> {
                            for (int beat = 0; beat < 3; beat++) {
                                out.channelMessage(beat * 480, 0x90, 60, 90);
                                out.channelMessage(beat * 480, 0x90, 60, 90);
                                out.channelMessage(beat * 480 + 400, 0x80, 60, 0);
                                out.channelMessage(beat * 480 + 400, 0x80, 60, 0);
                            }
                        });

        assertThat(notes(pattern(file)))
                .containsExactly("0+800 60 90", "960+800 60 90", "1920+800 60 90");
    }

    @Test
    void fractionsOfFramesGoThroughClockTime() {
        // 25 frames of 40 ticks: a tick is a millisecond; 500 of them are a quarter at 120
        Smf smf = Smf.header(0, 1, 0xE728).track("00903C64 8374 803C40 00 FF2F00");

        assertThat(notes(Pattern.of(Read.file(smf)).orElseThrow())).containsExactly("0+960 60 100");
    }

    @Test
    void aFileWithoutNotesHasNoPattern() {
        assertThat(Pattern.of(file(96, out -> out.channelMessage(0, 0xB0, 7, 100)))).isEmpty();
    }

    @Test
    void padsCountUpFromTheKickAndNoNoteIsLost() {
        MidiFile file = file(960, out -> note(note(out, 0, 10, 46, 90), 960, 970, 38, 90));

        Pattern moved = Pattern.of(file, PadOrder.PADS).orElseThrow();

        assertThat(notes(moved)).containsExactly("0+10 39 90", "960+10 37 90");
        assertThat(IntStream.range(0, 128).map(PadOrder.PADS::moved).distinct()).hasSize(128);
    }

    @Test
    void padsOfTheKitAreAPermutationThatBeginsAsPlayersExpect() {
        assertThat(IntStream.rangeClosed(1, 16).map(GmPads::noteOf).toArray())
                .containsExactly(36, 38, 42, 46, 39, 37, 44, 40, 41, 45, 48, 54, 49, 51, 70, 56);
        assertThat(IntStream.rangeClosed(1, 128).map(GmPads::noteOf).distinct()).hasSize(128);
        assertThat(IntStream.rangeClosed(1, 128).map(pad -> GmPads.padOf(GmPads.noteOf(pad))))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 128).boxed().toList());
    }

    @Test
    void whatIsNoNoteIsRefused() {
        Pattern.Builder notes = new Pattern.Builder(1).add(10, 1, 60, 1);
        assertThatThrownBy(() -> notes.add(9, 1, 60, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> notes.add(10, 0, 60, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> notes.add(10, 1, 60, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pattern.Builder(0).build(1))
                .isInstanceOf(IllegalStateException.class);
    }
}
