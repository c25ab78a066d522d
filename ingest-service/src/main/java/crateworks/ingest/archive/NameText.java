package crateworks.ingest.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The text of a member's name, of which archives often do not say how it is written.
 *
 * <p>What is UTF-8 is taken as such. Otherwise the reading wins that looks most like a name in its
 * own language: Japanese (Windows-31J), Chinese (GBK), western (IBM437 from DOS, windows-1252).
 */
final class NameText {
    /** A reading and how plausible each of its characters is. */
    private interface Plausibility {
        int of(byte[] name, String text);
    }

    private record Reading(Charset charset, Plausibility plausibility) {}

    /** In the order of preference when two are equally plausible. */
    private static final List<Reading> READINGS =
            Stream.of(
                            reading("IBM437", NameText::westernScore),
                            reading("windows-1252", NameText::westernScore),
                            reading("windows-31j", (name, text) -> japaneseScore(text)),
                            reading("GBK", NameText::chineseScore))
                    .flatMap(Optional::stream)
                    .toList();

    private NameText() {}

    private static Optional<Reading> reading(String charset, Plausibility plausibility) {
        return Charset.isSupported(charset)
                ? Optional.of(new Reading(Charset.forName(charset), plausibility))
                : Optional.empty();
    }

    static String of(byte[] name) {
        Optional<String> utf8 = strictly(UTF_8, name);
        if (utf8.isPresent()) {
            return clean(utf8.get());
        }
        String best = new String(name, UTF_8);
        int bestScore = Integer.MIN_VALUE;
        for (Reading reading : READINGS) {
            Optional<String> text = strictly(reading.charset(), name);
            if (text.isEmpty()) {
                continue;
            }
            int score = reading.plausibility().of(name, text.get());
            if (score > bestScore) {
                best = text.get();
                bestScore = score;
            }
        }
        return clean(best);
    }

    /** NUL and halves of characters cannot be stored as text; what stands for them can. */
    static String clean(String text) {
        if (text.chars().noneMatch(each -> each == 0 || Character.isSurrogate((char) each))) {
            return text;
        }
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .map(each -> each == 0 ? '\u2400' : each)
                .map(each -> each >= 0xD800 && each <= 0xDFFF ? 0xFFFD : each)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static Optional<String> strictly(Charset charset, byte[] name) {
        try {
            return Optional.of(
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(name))
                            .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** One byte, one character: an accented letter stands between plain ones. */
    private static int westernScore(byte[] name, String text) {
        int score = 0;
        for (int at = 0; at < name.length; at++) {
            if (name[at] >= 0) {
                continue;
            }
            char each = text.charAt(at);
            boolean latin = Character.isLetter(each) && each < 0x250;
            boolean alone =
                    (at == 0 || name[at - 1] >= 0)
                            && (at + 1 == name.length || !Character.isDigit(name[at + 1] & 0xFF))
                            && (at + 1 == name.length || name[at + 1] >= 0);
            score += latin ? (alone ? 2 : -1) : -3;
        }
        return score;
    }

    private static int japaneseScore(String text) {
        int score = 0;
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            if (each < 0x80) {
                continue;
            }
            score +=
                    switch (Character.UnicodeScript.of(each)) {
                        case HIRAGANA, KATAKANA -> each >= 0xFF61 ? -2 : 4;
                        case HAN -> besideLetter(text, at) ? 0 : 3;
                        case UNKNOWN -> -6;
                        default -> each >= 0xFF61 && each <= 0xFF9F ? -2 : 0;
                    };
        }
        return score;
    }

    /** {@code M杯ley} is Mötley: words are not made of both scripts. */
    private static boolean besideLetter(String text, int at) {
        return isAsciiLetter(text, at - 1) || isAsciiLetter(text, at + 1);
    }

    private static boolean isAsciiLetter(String text, int at) {
        return at >= 0
                && at < text.length()
                && text.charAt(at) < 0x80
                && Character.isLetter(text.charAt(at));
    }

    /** The first level of GB 2312 has nearly everything that is written; the rest is rare. */
    private static int chineseScore(byte[] name, String text) {
        int score = 0;
        int at = 0;
        while (at + 1 < name.length) {
            int lead = name[at] & 0xFF;
            int trail = name[at + 1] & 0xFF;
            boolean pair = lead >= 0x80;
            boolean usual = lead >= 0xB0 && lead <= 0xD7 && trail >= 0xA1;
            score += pair ? (usual ? 5 : -2) : 0;
            at += pair ? 2 : 1;
        }
        return text.codePoints().anyMatch(each -> Character.getType(each) == Character.PRIVATE_USE)
                ? score - 6
                : score;
    }
}
