package crateworks.music.mpc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes {@code .xpm} drum programs with everything that a device saves, since a whole file cannot
 * surprise one. Pads lie in the order of {@link GmPads}.
 */
public final class KitWriter {
    private static final int LAYERS = 4;
    private static final int HAT_GROUP = 1;
    private static final int CYMBAL_VOICES = 4;
    private static final int NO_COLOUR = 0;

    private static final String PROGRAM = template("program.xml");
    private static final String INSTRUMENT = template("instrument.xml");
    private static final String LAYER = template("layer.xml");

    private KitWriter() {}

    /** The file of a kit. */
    public static byte[] write(Kit kit) {
        Map<Integer, Kit.Pad> byNote = new HashMap<>();
        kit.pads().forEach(pad -> byNote.put(pad.note(), pad));
        var instruments = new StringBuilder(1 << 20);
        var notes = new StringBuilder(1 << 13);
        var groups = new StringBuilder(1 << 13);
        var colours = new StringBuilder(1 << 13);
        for (int pad = 1; pad <= GmPads.PADS; pad++) {
            int note = GmPads.noteOf(pad);
            instruments.append(instrument(pad, note, byNote));
            notes.append(
                    "      <PadNote number=\"%d\">\n        <Note>%d</Note>\n      </PadNote>\n"
                            .formatted(pad, kit.order().moved(note)));
            groups.append(
                    "      <PadGroup number=\"%d\">\n        <Group>0</Group>\n      </PadGroup>\n"
                            .formatted(pad));
            colours.append(
                    "            &quot;value%d&quot;: %d%s\n"
                            .formatted(
                                    pad - 1,
                                    byNote.containsKey(note) ? colour(note) : NO_COLOUR,
                                    pad == GmPads.PADS ? "" : ","));
        }
        return PROGRAM.replace("${name}", escaped(kit.name()))
                .replace("${colours}", colours(colours.toString()))
                .replace("${instruments}", instruments)
                .replace("${notes}", notes)
                .replace("${groups}", groups)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String instrument(int pad, int note, Map<Integer, Kit.Pad> byNote) {
        Optional<Kit.Pad> filled = Optional.ofNullable(byNote.get(note));
        var layers =
                new StringBuilder(
                        layer(
                                1,
                                filled.map(each -> escaped(each.sample())).orElse(""),
                                filled.map(Kit.Pad::frames).orElse(0)));
        for (int number = 2; number <= LAYERS; number++) {
            layers.append(layer(number, "", 0));
        }
        boolean rings = GmSound.of(note).rings();
        return INSTRUMENT
                .replace("${number}", Integer.toString(pad))
                .replace("${mono}", rings ? "False" : "True")
                .replace("${polyphony}", Integer.toString(rings ? CYMBAL_VOICES : 1))
                .replace("${muteGroup}", Integer.toString(GmSound.of(note).isHat() ? HAT_GROUP : 0))
                .replace("${layers}", layers);
    }

    private static String layer(int number, String sample, int frames) {
        return LAYER.replace("${number}", Integer.toString(number))
                .replace("${sample}", sample)
                .replace("${frames}", Integer.toString(frames));
    }

    /** The colours of the pads as JSON, escaped for XML; the key repeats the element's name. */
    private static String colours(String values) {
        return """
        {
            &quot;ProgramPads-v2.10&quot;: {
                &quot;Universal&quot;: {
                    &quot;value0&quot;: false
                },
                &quot;Type&quot;: {
                    &quot;value0&quot;: 5
                },
                &quot;universalPad&quot;: 0,
                &quot;pads&quot;: {
        """
                + values
                + """
                },
                &quot;UnusedPads&quot;: {
                    &quot;value0&quot;: 1
                }
            }
        }""";
    }

    private static int colour(int note) {
        return GmSound.of(note).colour();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String template(String name) {
        try (InputStream in = KitWriter.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("this build lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
