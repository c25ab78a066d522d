package crateworks.music.analysis;

import crateworks.music.clues.Clues;
import crateworks.music.midi.MidiFile;
import crateworks.music.midi.Reading;
import crateworks.music.midi.SmfReader;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A MIDI file that a test writes note by note: one track, 480 ticks a quarter note unless told. */
public final class Phrase {
    public static final int QUARTER = 480;

    private record Event(int tick, int order, List<Integer> bytes) {}

    private final List<Event> events = new ArrayList<>();
    private int division = QUARTER;

    public Phrase division(int headerWord) {
        division = headerWord;
        return this;
    }

    public Phrase tempo(int tick, double bpm) {
        int micros = (int) Math.round(60_000_000 / bpm);
        return add(tick, 0, 0xFF, 0x51, 3, micros >> 16, micros >> 8, micros);
    }

    public Phrase meter(int numerator, int powerOfTwo) {
        return add(0, 0, 0xFF, 0x58, 4, numerator, powerOfTwo, 24, 8);
    }

    public Phrase keySignature(int sharps, boolean isMinor) {
        return add(0, 0, 0xFF, 0x59, 2, sharps, isMinor ? 1 : 0);
    }

    public Phrase program(int channel, int program) {
        return add(0, 0, 0xC0 | channel, program);
    }

    public Phrase bend(int tick, int channel) {
        return add(tick, 1, 0xE0 | channel, 0, 0x50);
    }

    /** A note from a tick, for some ticks. */
    public Phrase note(int channel, int pitch, int onTick, int ticks, int velocity) {
        add(onTick, 2, 0x90 | channel, pitch, velocity);
        return add(onTick + ticks, 1, 0x80 | channel, pitch, 0);
    }

    /** Notes together, beats counted in quarters. */
    public Phrase chord(double beat, double beats, int... pitches) {
        for (int pitch : pitches) {
            note(0, pitch, (int) (beat * QUARTER), (int) (beats * QUARTER), 90);
        }
        return this;
    }

    /** A hit on the drum channel. */
    public Phrase hit(double beat, int pitch, int velocity) {
        return note(9, pitch, (int) Math.round(beat * QUARTER), QUARTER / 8, velocity);
    }

    private Phrase add(int tick, int order, int... bytes) {
        events.add(new Event(tick, order, Arrays.stream(bytes).boxed().toList()));
        return this;
    }

    public MidiFile file() {
        if (SmfReader.read(bytes()) instanceof Reading.Legible(var file, var _)) {
            return file;
        }
        throw new AssertionError("the phrase is no MIDI file");
    }

    public Profile profile() {
        return Analyst.profile(file(), Clues.of(List.of("untitled.mid")), List.of());
    }

    public Profile profileOfPart() {
        Clues clues = Clues.of(List.of("untitled.mid"));
        return Analyst.profile(file(), clues, List.of(), Analyst.Extent.PART);
    }

    public Profile profileNamed(String name) {
        return Analyst.profile(file(), Clues.of(List.of(name)), List.of());
    }

    private byte[] bytes() {
        ByteArrayOutputStream track = new ByteArrayOutputStream();
        events.sort(Comparator.comparingInt(Event::tick).thenComparingInt(Event::order));
        int tick = 0;
        for (Event event : events) {
            quantity(track, event.tick() - tick);
            event.bytes().forEach(track::write);
            tick = event.tick();
        }
        track.writeBytes(new byte[] {0, (byte) 0xFF, 0x2F, 0});
        ByteBuffer file = ByteBuffer.allocate(22 + track.size());
        file.put(new byte[] {'M', 'T', 'h', 'd'}).putInt(6).putShort((short) 0).putShort((short) 1);
        file.putShort((short) division).put(new byte[] {'M', 'T', 'r', 'k'}).putInt(track.size());
        file.put(track.toByteArray());
        return file.array();
    }

    private static void quantity(ByteArrayOutputStream out, int value) {
        for (int shift = 21; shift > 0; shift -= 7) {
            if (value >>> shift != 0) {
                out.write(((value >>> shift) & 0x7F) | 0x80);
            }
        }
        out.write(value & 0x7F);
    }
}
