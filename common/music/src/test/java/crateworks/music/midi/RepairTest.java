package crateworks.music.midi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RepairTest {
    private static final String END = "00 FF2F00";
    private static final String NOTE = "00 903C64 60 803C40";

    record Case(String name, Smf smf, List<Departure> departures, List<String> notes) {
        Case {
            departures = List.copyOf(departures);
            notes = List.copyOf(notes);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<String> WHOLE = List.of("0-96 60 100");

    private static Case of(String name, Smf smf, List<String> notes, Departure... departures) {
        return new Case(name, smf, List.of(departures), notes);
    }

    private static Smf whole() {
        return one(NOTE);
    }

    private static Smf one(String track) {
        return Smf.header(0, 1, 96).track(track + END);
    }

    private static Smf header() {
        return Smf.header(0, 1, 96);
    }

    private static Smf macBinary() {
        byte[] prefix = new byte[128];
        prefix[1] = 4;
        System.arraycopy(new byte[] {'s', 'o', 'n', 'g'}, 0, prefix, 2, 4);
        return Smf.empty().raw(prefix).raw(whole().toArray());
    }

    private static Smf riff() {
        byte[] file = whole().toArray();
        return Smf.empty().hex("52494646 2F000000 524D4944 64617461 23000000").raw(file);
    }

    static Stream<Case> framing() {
        return Stream.of(
                of(
                        "junk",
                        Smf.empty().hex("0D0A2020").raw(whole().toArray()),
                        WHOLE,
                        Departure.JUNK_BEFORE_HEADER),
                of("RIFF", riff(), WHOLE, Departure.RIFF_WRAPPED),
                of("MacBinary", macBinary(), WHOLE, Departure.MAC_BINARY_PREFIX),
                of(
                        "longer header",
                        Smf.empty().hex("4D546864 00000008 0000 0001 0060 0000").track(NOTE + END),
                        WHOLE,
                        Departure.HEADER_LENGTH_ODD),
                of(
                        "header of length 0",
                        Smf.empty().hex("4D546864 00000000 0000 0001 0060").track(NOTE + END),
                        WHOLE,
                        Departure.HEADER_LENGTH_ODD),
                of(
                        "huge header",
                        Smf.empty().hex("4D546864 FFFFFFFF 0000 0001 0060").track(NOTE + END),
                        WHOLE,
                        Departure.HEADER_LENGTH_ODD),
                of(
                        "format 3",
                        Smf.header(3, 1, 96).track(NOTE + END),
                        WHOLE,
                        Departure.FORMAT_UNKNOWN),
                of(
                        "format 0 with two tracks",
                        Smf.header(0, 2, 96).track(NOTE + END).track(END),
                        WHOLE,
                        Departure.FORMAT_ZERO_WITH_TRACKS),
                of(
                        "division 0",
                        Smf.header(0, 1, 0).track(NOTE + END),
                        WHOLE,
                        Departure.DIVISION_ZERO),
                of(
                        "film division 0",
                        Smf.header(0, 1, 0xE700).track(NOTE + END),
                        WHOLE,
                        Departure.DIVISION_ZERO),
                of(
                        "50 frames",
                        Smf.header(0, 1, 0xCE28).track(NOTE + END),
                        WHOLE,
                        Departure.FRAME_RATE_UNKNOWN),
                of(
                        "no tracks stated",
                        Smf.header(0, 0, 96).track(NOTE + END),
                        WHOLE,
                        Departure.TRACK_COUNT_WRONG),
                of(
                        "65,535 tracks stated",
                        Smf.header(1, 65_535, 96).track(NOTE + END),
                        WHOLE,
                        Departure.TRACK_COUNT_WRONG));
    }

    static Stream<Case> chunks() {
        return Stream.of(
                of(
                        "length past the end",
                        header().trackStating(999, NOTE + END),
                        WHOLE,
                        Departure.TRACK_LENGTH_PAST_END),
                of(
                        "length too large",
                        Smf.header(1, 2, 96).trackStating(17, NOTE + END).track(END),
                        WHOLE,
                        Departure.TRACK_LENGTH_WRONG),
                of(
                        "length too small",
                        Smf.header(1, 2, 96).trackStating(3, NOTE + END).track(END),
                        WHOLE,
                        Departure.TRACK_LENGTH_WRONG),
                of("no end", header().track(NOTE), WHOLE, Departure.TRACK_END_MISSING),
                of(
                        "cut in an event",
                        header().trackStating(0xD, NOTE + "00 90"),
                        WHOLE,
                        Departure.TRACK_LENGTH_PAST_END,
                        Departure.TRACK_END_MISSING,
                        Departure.TRACK_CUT_SHORT),
                of(
                        "events after the end",
                        header().track(NOTE + END + NOTE),
                        WHOLE,
                        Departure.EVENTS_AFTER_TRACK_END),
                of(
                        "foreign chunk",
                        header().hex("58464952 00000002 FFFF").track(NOTE + END),
                        WHOLE,
                        Departure.UNKNOWN_CHUNK),
                of(
                        "bytes between",
                        header().hex("0000000000").track(NOTE + END),
                        WHOLE,
                        Departure.BYTES_BETWEEN_CHUNKS),
                of(
                        "bytes behind",
                        whole().hex("0000000000"),
                        WHOLE,
                        Departure.BYTES_AFTER_LAST_TRACK),
                of(
                        "another file behind",
                        whole().raw(whole().toArray()),
                        WHOLE,
                        Departure.BYTES_AFTER_LAST_TRACK));
    }

    static Stream<Case> events() {
        return Stream.of(
                of("no status", one("00 3C64" + NOTE), WHOLE, Departure.RUNNING_STATUS_MISSING),
                of(
                        "status across meta",
                        one("00 903C64 00 FF0100 60 3C00"),
                        WHOLE,
                        Departure.RUNNING_STATUS_ACROSS_META),
                of(
                        "status across exclusive",
                        one("00 903C64 00 F001F7 60 3C00"),
                        WHOLE,
                        Departure.RUNNING_STATUS_ACROSS_META),
                of(
                        "velocity 200",
                        one("00 903CC8 60 803C00"),
                        List.of("0-96 60 127"),
                        Departure.DATA_BYTE_TOO_LARGE),
                of("clock", one("00 F8" + NOTE), WHOLE, Departure.SYSTEM_MESSAGE_IN_FILE),
                of(
                        "song position",
                        one("00 F20102" + NOTE),
                        WHOLE,
                        Departure.SYSTEM_MESSAGE_IN_FILE),
                of(
                        "long quantity",
                        one("808080808000 903C64 60 803C40"),
                        WHOLE,
                        Departure.QUANTITY_TOO_LONG),
                of(
                        "quantity past the end",
                        header().track(NOTE + "00 FF01 FF"),
                        WHOLE,
                        Departure.TRACK_END_MISSING,
                        Departure.TRACK_CUT_SHORT),
                of(
                        "text past the end",
                        header().track(NOTE + "00 FF01 20 41"),
                        WHOLE,
                        Departure.TRACK_END_MISSING,
                        Departure.EVENT_PAST_TRACK_END),
                of(
                        "exclusive past the end",
                        header().track(NOTE + "00 F0 FF7F 41"),
                        WHOLE,
                        Departure.TRACK_END_MISSING,
                        Departure.EVENT_PAST_TRACK_END),
                of(
                        "late events",
                        one(NOTE + "FFFFFF7F FF0100".repeat(9)),
                        WHOLE,
                        Departure.TICKS_BEYOND_LIMIT));
    }

    static Stream<Case> values() {
        return Stream.of(
                of("open note", one("00 903C64 60 FF0100"), WHOLE, Departure.NOTE_LEFT_OPEN),
                of("tempo 0", one("00 FF5103 000000" + NOTE), WHOLE, Departure.TEMPO_MALFORMED),
                of("short tempo", one("00 FF5102 0000" + NOTE), WHOLE, Departure.TEMPO_MALFORMED),
                of(
                        "beats of 2^-255",
                        one("00 FF5804 04FF1808" + NOTE),
                        WHOLE,
                        Departure.METER_ABSURD),
                of("no beats", one("00 FF5804 00021808" + NOTE), WHOLE, Departure.METER_ABSURD),
                of(
                        "a hundred sharps",
                        one("00 FF5902 6400" + NOTE),
                        WHOLE,
                        Departure.KEY_SIGNATURE_ABSURD));
    }

    static Stream<Case> all() {
        return Stream.of(framing(), chunks(), events(), values()).flatMap(cases -> cases);
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatAPlayerWouldPlayIsPutRightAndNamed(Case each) {
        assertThat(Read.departures(each.smf())).containsExactlyElementsOf(each.departures());
        assertThat(Read.notes(each.smf())).isEqualTo(each.notes());
    }

    @ParameterizedTest
    @EnumSource(Departure.class)
    void everyDepartureHasACase(Departure departure) {
        Map<Departure, List<String>> cases = new EnumMap<>(Departure.class);
        all().forEach(
                        each ->
                                each.departures()
                                        .forEach(
                                                one ->
                                                        cases.computeIfAbsent(
                                                                        one, _ -> new ArrayList<>())
                                                                .add(each.name())));

        assertThat(cases).containsKey(departure);
        assertThat(departure.sentence()).matches("[A-Z].+\\.");
    }

    @Test
    void aDepartureIsCountedAndKeepsItsFirstPlace() {
        Repair repair = Read.legible(one("00 F8 00 F8 00 F8" + NOTE).read()).repairs().getFirst();

        assertThat(repair).isEqualTo(new Repair(Departure.SYSTEM_MESSAGE_IN_FILE, 3, 23));
        assertThat(repair.code()).isEqualTo("SYSTEM_MESSAGE_IN_FILE");
    }

    @Test
    void lateEventsStayOnTheLastTick() {
        MidiFile file = Read.file(one("FFFFFF7F 903C64".repeat(20)));
        NoteTable notes = file.notes();

        assertThat(notes.count()).isEqualTo(20);
        assertThat(notes.onTick(19)).isEqualTo(SmfReader.TICK_MAX - 1);
        assertThat(notes.offTick(19)).isEqualTo(SmfReader.TICK_MAX);
        assertThat(file.tempoMap().microsAt(SmfReader.TICK_MAX)).isPositive();
    }
}
