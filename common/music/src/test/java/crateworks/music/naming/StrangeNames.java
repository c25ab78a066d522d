package crateworks.music.naming;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Names as hostile as chance makes them; the same seed makes the same names. */
final class StrangeNames {
    private static final List<String> PIECES =
            List.of(
                    "F#m",
                    "G♯",
                    "♭",
                    "#",
                    "C",
                    " ",
                    "_",
                    "-",
                    ".",
                    "...",
                    ".mid",
                    ".MIDI",
                    ".kar",
                    ".gz",
                    "CON",
                    "nul",
                    "com1",
                    "LPT\u00B9",
                    "/",
                    "\\",
                    ":",
                    "\u0000",
                    "\n",
                    "\u202E",
                    "\u200D",
                    "\uD83C",
                    "\uDFB9",
                    "\uFFFD",
                    "\uFFFF",
                    "\uE000",
                    "e\u0301",
                    "\u0301",
                    "\u0338",
                    "<",
                    "\u212B",
                    "\u1100\u1161\u11A8",
                    "が",
                    "か\u3099",
                    "👨‍👩‍👧",
                    "🇫🇷",
                    "\u00A0",
                    "\u2028",
                    "ß",
                    "İ",
                    "untitled",
                    "128bpm");

    private final Random random;

    StrangeNames(Random random) {
        this.random = random;
    }

    /** Fifty fixed seeds; {@code -Dseed=17} repeats one. */
    static LongStream seeds() {
        Long one = Long.getLong("seed");
        return one == null ? LongStream.range(0, 50) : LongStream.of(one);
    }

    String next() {
        int piecesMax = random.nextInt(4) == 0 ? 120 : 12;
        int pieces = random.nextInt(piecesMax);
        var name = new StringBuilder();
        for (int count = 0; count < pieces; count++) {
            switch (random.nextInt(4)) {
                case 0 -> name.append((char) random.nextInt(0x10000));
                case 1 -> name.append((char) (' ' + random.nextInt(0x60)));
                default -> name.append(PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return name.toString();
    }

    static String shown(String name) {
        return name.chars().mapToObj("\\u%04X"::formatted).collect(Collectors.joining());
    }
}
