package crateworks.music.midi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotePairingTest {
    private static Smf one(String track) {
        return Smf.header(0, 1, 96).track(track + "00 FF2F00");
    }

    @Test
    void velocityZeroEndsANote() {
        assertThat(Read.notes(one("00 903C64 10 903C00"))).containsExactly("0-16 60 100");
    }

    @Test
    void aNoteThatSoundsIsEndedByItsRepetition() {
        assertThat(Read.notes(one("00 903C64 10 903C65 10 803C00 10 803C00")))
                .containsExactly("0-16 60 100", "16-32 60 101");
    }

    @Test
    void notesThatBeginTogetherSoundUntilTheSameEnd() {
        assertThat(Read.notes(one("00 903C64 00 903C50 10 803C00 00 803C00")))
                .containsExactly("0-16 60 100", "0-16 60 80");
        assertThat(Read.notes(one("00 903C64 00 903C50 10 903C40 10 803C00")))
                .containsExactly("0-16 60 100", "0-16 60 80", "16-32 60 64");
        assertThat(Read.notes(one("00 903C64 00 903C50 00 903C40 20 FF0100")))
                .containsExactly("0-32 60 100", "0-32 60 80", "0-32 60 64");
    }

    @Test
    void anEndBehindTheNextBeginningBelongsToTheOlderNote() {
        assertThat(Read.notes(one("00 903C64 10 903C50 00 803C00 10 803C00")))
                .containsExactly("0-16 60 100", "16-32 60 80");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "903C30 00 903C20 00 803C00 00 803C00",
                "803C00 00 803C00 00 903C30 00 903C20",
                "803C00 00 903C30 00 803C00 00 903C20",
                "903C30 00 803C00 00 903C20 00 803C00",
                "803C00 00 903C30 00 903C20 00 803C00",
            })
    void twinsAreRepeatedInWhateverOrderTheirEventsStand(String repetition) {
        String track = "00 903C64 00 903C50 10 " + repetition + " 10 803C00 00 803C00";

        assertThat(Read.notes(one(track)))
                .containsExactly("0-16 60 100", "0-16 60 80", "16-32 60 48", "16-32 60 32");
    }

    @Test
    void aNoteWithoutLengthMayFollowAtTheEndOfAnother() {
        assertThat(Read.notes(one("00 903C64 10 803C00 00 903C50 00 803C00 10 803C00")))
                .containsExactly("0-16 60 100", "16-17 60 80");
        assertThat(Read.notes(one("00 903C64 10 903C50 00 803C00 00 803C00 10 803C00")))
                .containsExactly("0-16 60 100", "16-17 60 80");
        assertThat(Read.notes(one("05 903C64 00 903C50 00 803C00 00 803C00 10 803C00")))
                .containsExactly("5-6 60 100", "5-6 60 80");
    }

    @Test
    void anEndThatIsOwedInOneTrackEndsNoNoteLessInAnother() {
        Smf two =
                Smf.header(1, 2, 96)
                        .track("00 903C64 10 903C50 10 803C00 00 FF2F00")
                        .track("10 903C40 00 803C00 10 803C00 00 FF2F00");

        assertThat(Read.notes(two)).containsExactly("0-16 60 100", "16-32 60 80", "16-17 60 64");
    }

    @Test
    void anEndBeforeTheBeginningIsNothing() {
        assertThat(Read.notes(one("00 803C40 10 903C64 10 803C40")))
                .containsExactly("16-32 60 100");
    }

    @Test
    void aNoteWithoutLengthGetsATick() {
        assertThat(Read.notes(one("05 903C64 00 803C40"))).containsExactly("5-6 60 100");
    }

    @Test
    void aNoteLeftOpenEndsWithItsTrack() {
        assertThat(Read.notes(one("00 903C64 7F FF0100"))).containsExactly("0-127 60 100");
    }

    @Test
    void channelsAndTracksDoNotEndEachOthersNotes() {
        assertThat(Read.notes(one("00 903C64 10 813C00 10 803C00"))).containsExactly("0-32 60 100");
        Smf two =
                Smf.header(1, 2, 96)
                        .track("00 903C64 20 803C00 00 FF2F00")
                        .track("10 803C00 00 FF2F00");
        assertThat(Read.notes(two)).containsExactly("0-32 60 100");
    }

    @Test
    void aChordIsOrderedFromBelow() {
        assertThat(Read.notes(one("00 904364 00 904064 00 903C64 10 903C00 00 4000 00 4300")))
                .containsExactly("0-16 60 100", "0-16 64 100", "0-16 67 100");
    }

    @Test
    void notesAddedInAnyOrderAreOrdered() {
        var random = new Random(17);
        var builder = new NoteTable.Builder(0);
        for (int note = 0; note < 5000; note++) {
            int onTick = random.nextInt(100);
            builder.add(
                    onTick, onTick + 1 + random.nextInt(9), random.nextInt(128), 1, 0, note % 3);
        }

        NoteTable notes = builder.build();

        for (int row = 1; row < notes.count(); row++) {
            int before = notes.onTick(row - 1) << 7 | notes.pitch(row - 1);
            int here = notes.onTick(row) << 7 | notes.pitch(row);
            assertThat(here).isGreaterThanOrEqualTo(before);
        }
    }

    @Test
    void aNoteThatEndsBeforeItBeginsIsRefused() {
        var builder = new NoteTable.Builder(1);

        assertThatThrownBy(() -> builder.add(5, 5, 60, 64, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.add(5, 6, 128, 64, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
