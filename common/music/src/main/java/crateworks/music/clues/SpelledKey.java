package crateworks.music.clues;

import java.util.Locale;
import java.util.Optional;

/**
 * A note letter with what belongs to it: {@code F#m}, {@code Gbmin}, {@code A minor}, {@code F
 * sharp major}, {@code Fsmin} (a sharp where {@code #} may not stand), {@code C}.
 *
 * @param altered whether a sharp or flat is written
 * @param capital whether the letter is one
 * @param apart whether the quality is a word of its own
 */
record SpelledKey(
        int pitchClass,
        boolean altered,
        boolean capital,
        Quality quality,
        boolean apart,
        int from,
        int to) {

    private static final String LETTERS = "CDEFGAB";
    private static final int[] CLASS_OF_LETTER = {0, 2, 4, 5, 7, 9, 11};
    private static final String LETTERS_WITH_SHARP = "CDFGA";

    enum Quality {
        MAJOR,
        MINOR,
        /** A mere {@code m}. */
        SHORT_MINOR,
        UNSTATED,
        /** Diminished, suspended and the like: chords that are the tonic of no key. */
        CHORD
    }

    /** Reads the longest key that begins with this piece. */
    static Optional<SpelledKey> at(Pieces pieces, int index) {
        return new Reader(pieces, index).read();
    }

    /** Goes through letter, accidental and quality, over as many pieces as they take. */
    private static final class Reader {
        private final Pieces pieces;
        private final int from;
        private final boolean capital;
        private int to;
        private int shift;
        private String rest;

        Reader(Pieces pieces, int from) {
            this.pieces = pieces;
            this.from = from;
            this.to = from + 1;
            this.capital = Character.isUpperCase(pieces.text(from).charAt(0));
            this.rest = pieces.text(from).substring(1);
        }

        Optional<SpelledKey> read() {
            int letter = LETTERS.indexOf(Character.toUpperCase(pieces.text(from).charAt(0)));
            if (letter < 0) {
                return Optional.empty();
            }
            readAccidental(LETTERS.charAt(letter));
            Optional<Quality> quality = quality(rest);
            if (quality.isEmpty()) {
                return Optional.empty();
            }
            boolean apart = rest.isEmpty() && isLong(pieces.word(to)) && isNear(to);
            if (apart) {
                quality = quality(pieces.text(to));
                to++;
            }
            int pitchClass = Math.floorMod(CLASS_OF_LETTER[letter] + shift, 12);
            return quality.map(
                    each -> new SpelledKey(pitchClass, shift != 0, capital, each, apart, from, to));
        }

        private void readAccidental(char letter) {
            String lower = rest.toLowerCase(Locale.ROOT);
            if (lower.startsWith("sharp")) {
                alter(1, "sharp".length());
            } else if (lower.startsWith("flat")) {
                alter(-1, "flat".length());
            } else if (isFlatLetter(lower)) {
                alter(-1, 1);
            } else if (LETTERS_WITH_SHARP.indexOf(letter) >= 0 && isSharpLetter(lower)) {
                alter(1, 1);
            } else if (rest.isEmpty()) {
                readAccidentalPiece();
            }
        }

        private void readAccidentalPiece() {
            if (pieces.isSign(to) && pieces.isGlued(to)) {
                shift = pieces.text(to).equals("\u266D") ? -1 : 1;
                to++;
                if (pieces.isWord(to)
                        && pieces.isGlued(to)
                        && quality(pieces.text(to)).isPresent()) {
                    rest = pieces.text(to);
                    to++;
                }
                return;
            }
            String word = pieces.word(to);
            if ((word.equals("sharp") || word.equals("flat")) && isNear(to)) {
                shift = word.equals("sharp") ? 1 : -1;
                to++;
            }
        }

        /** The b of {@code Eb}; behind a small letter only in {@code ebmin}, since words end so. */
        private boolean isFlatLetter(String lower) {
            if (!rest.startsWith("b")) {
                return false;
            }
            String behind = lower.substring(1);
            return isLong(behind) || (capital && (behind.isEmpty() || rest.equals("bm")));
        }

        /** The s of {@code Fsm} and {@code Fsmin}. */
        private boolean isSharpLetter(String lower) {
            return rest.startsWith("s")
                    && (isLong(lower.substring(1)) || (capital && rest.equals("sm")));
        }

        private void alter(int semitones, int length) {
            shift = semitones;
            rest = rest.substring(length);
        }

        private boolean isNear(int index) {
            return pieces.gap(index).length() <= 1;
        }

        private static boolean isLong(String lower) {
            return switch (lower) {
                case "min", "minor", "maj", "major" -> true;
                default -> false;
            };
        }

        private static Optional<Quality> quality(String text) {
            if (text.equals("m")) {
                return Optional.of(Quality.SHORT_MINOR);
            }
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "" -> Optional.of(Quality.UNSTATED);
                case "min", "minor" -> Optional.of(Quality.MINOR);
                case "maj", "major" -> Optional.of(Quality.MAJOR);
                case "dim", "aug", "sus", "add" -> Optional.of(Quality.CHORD);
                default -> Optional.empty();
            };
        }
    }
}
