package crateworks.music.mpc;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/** Writes {@code .progression} files as the devices lay them out: four blanks, LF. */
public final class ChordListWriter {
    private ChordListWriter() {}

    /** The file of a progression. */
    public static byte[] write(ChordList list) {
        var text = new StringBuilder(4_096);
        text.append("{\n    \"progression\": {\n");
        text.append("        \"name\": \"").append(plain(list.name())).append("\",\n");
        text.append("        \"rootNote\": \"").append(plain(list.rootNote())).append("\",\n");
        text.append("        \"scale\": \"").append(plain(list.scale())).append("\",\n");
        text.append("        \"recordingOctave\": ").append(list.recordingOctave()).append(",\n");
        text.append("        \"chords\": [\n");
        for (Iterator<ChordList.Pad> pads = list.chords().iterator(); pads.hasNext(); ) {
            pad(text, pads.next());
            text.append(pads.hasNext() ? ",\n" : "\n");
        }
        text.append("        ]\n    }\n}\n");
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void pad(StringBuilder text, ChordList.Pad pad) {
        text.append("            {\n");
        text.append("                \"name\": \"").append(plain(pad.name())).append("\",\n");
        text.append("                \"role\": \"").append(plain(pad.role())).append("\",\n");
        text.append("                \"notes\": [\n");
        notes(text, pad.notes());
        text.append("                ]\n            }");
    }

    private static void notes(StringBuilder text, List<Integer> notes) {
        for (Iterator<Integer> each = notes.iterator(); each.hasNext(); ) {
            text.append("                    ").append(each.next().intValue());
            text.append(each.hasNext() ? ",\n" : "\n");
        }
    }

    /** A text that needs no escapes. */
    private static String plain(String text) {
        boolean needsNone =
                text.chars().allMatch(letter -> letter >= ' ' && letter <= '~')
                        && text.indexOf('"') < 0
                        && text.indexOf('\\') < 0;
        if (!needsNone) {
            throw new IllegalArgumentException("no plain text: " + text);
        }
        return text;
    }
}
