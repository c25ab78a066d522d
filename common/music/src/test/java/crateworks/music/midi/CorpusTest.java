package crateworks.music.midi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CorpusTest {
    /**
     * Where we read notes and the others none. The header states no tracks, and they believe it;
     * the tracks are there and whole, so we read them and note TRACK_COUNT_WRONG.
     */
    private static final String TRACKS_NOT_STATED = "broken/made/header-track-count_";

    /** A header and nothing else: 14 bytes. The others say "no notes", we say NO_TRACKS. */
    private static final String HEADER_ONLY =
            "wild/melanchall__drywetmidi/Resources/MIDI files/Valid/MultiTrack/Small/"
                    + "xavier_rudd-no_woman_no_cry.mid";

    @Test
    void everyFileIsReadOrRefusedWithoutAnException() {
        for (Path path : Corpus.files()) {
            switch (SmfReader.read(Corpus.bytes(path))) {
                case Reading.Legible(var file, var _) -> assertSound(path, file);
                case Reading.Illegible(int offset, var _) -> assertThat(offset).isNotNegative();
            }
        }
    }

    static void assertSound(Path path, MidiFile file) {
        NoteTable notes = file.notes();
        long before = 0;
        boolean isSound = true;
        for (int row = 0; row < notes.count(); row++) {
            long here = (long) notes.onTick(row) << 7 | notes.pitch(row);
            isSound &= notes.offTick(row) > notes.onTick(row) && here >= before;
            isSound &= notes.velocity(row) > 0 && notes.pitch(row) >= 0;
            before = here;
        }
        assertThat(isSound).as("%s", path).isTrue();
        assertThat(file.tempoMap().microsAt(file.endTick())).isNotNegative();
    }

    @Test
    void wholeFilesHaveTheNotesThatOtherReadersFind() {
        var others = new TreeSet<String>();
        for (Corpus.Row row : Corpus.manifest("wild_manifest.csv")) {
            if (disagrees(row)) {
                others.add(row.name());
            }
        }

        assertThat(others).containsExactly(HEADER_ONLY);
        assertThat(SmfReader.read(Corpus.bytes(Corpus.folder().resolve(HEADER_ONLY))))
                .isEqualTo(new Reading.Illegible(0, Fault.NO_TRACKS));
    }

    @Test
    void brokenFilesHaveAtLeastTheNotesThatOtherReadersAgreeOn() {
        for (Corpus.Row row : Corpus.manifest("broken_manifest.csv")) {
            if (disagrees(row)) {
                assertThat(row.name()).startsWith(TRACKS_NOT_STATED);
                assertThat(row.noteOns()).contains(0);
                assertThat(Read.legible(SmfReader.read(Corpus.bytes(row.path()))).repairs())
                        .extracting(Repair::departure)
                        .containsExactly(Departure.TRACK_COUNT_WRONG);
            }
        }
    }

    private static boolean disagrees(Corpus.Row row) {
        return row.noteOns().isPresent()
                && switch (SmfReader.read(Corpus.bytes(row.path()))) {
                    case Reading.Legible(var file, var _) ->
                            file.notes().count() != row.noteOns().get();
                    case Reading.Illegible _ -> true;
                };
    }
}
