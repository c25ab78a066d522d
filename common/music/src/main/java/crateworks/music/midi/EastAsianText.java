package crateworks.music.midi;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * Tells text in Shift-JIS and in GBK from text with accents.
 *
 * <p>In Latin-1 an accented letter stands alone among ASCII; in the two others characters are pairs
 * of bytes, and most stand next to another pair. Shift-JIS is believed where there is kana or where
 * lead bytes are control characters in Latin-1; GBK where all pairs are of its common part, GB 2312
 * (JIS X 0208 appendix 1; GB 2312-80 rows 1 to 9 and 16 to 87).
 */
final class EastAsianText {
    private static final int PAIRS_MIN = 2;

    private EastAsianText() {}

    /**
     * The character set of bytes that are not UTF-8; empty where they look like accented letters.
     */
    static Optional<Charset> charset(byte[] bytes, int offset, int count) {
        if (isShiftJis(bytes, offset, count)) {
            return supported("windows-31j");
        }
        if (isGb2312(bytes, offset, count)) {
            return supported("GBK");
        }
        return Optional.empty();
    }

    private static Optional<Charset> supported(String name) {
        return Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
    }

    private static boolean isShiftJis(byte[] bytes, int offset, int count) {
        int end = offset + count;
        int pairs = 0;
        int evidence = 0;
        int lastPair = -2;
        int index = offset;
        while (index < end) {
            int lead = bytes[index] & 0xFF;
            if (lead < 0x80 || isHalfWidthKana(lead)) {
                index++;
                continue;
            }
            if (index + 1 == end) {
                break; // cut in the middle of a pair
            }
            int trail = bytes[index + 1] & 0xFF;
            if (!isShiftJisPair(lead, trail)) {
                return false;
            }
            evidence += lastPair == index - 2 || isKana(lead, trail) ? 1 : 0;
            lastPair = index;
            pairs++;
            index += 2;
        }
        return pairs >= PAIRS_MIN && evidence > 0;
    }

    /** Hiragana or katakana of full width. */
    private static boolean isKana(int lead, int trail) {
        return (lead == 0x82 && trail >= 0x9F) || (lead == 0x83 && trail <= 0x96);
    }

    private static boolean isHalfWidthKana(int octet) {
        return octet >= 0xA1 && octet <= 0xDF;
    }

    private static boolean isShiftJisPair(int lead, int trail) {
        boolean leads = (lead >= 0x81 && lead <= 0x9F) || (lead >= 0xE0 && lead <= 0xEA);
        return leads && trail >= 0x40 && trail != 0x7F && trail <= 0xFC;
    }

    private static boolean isGb2312(byte[] bytes, int offset, int count) {
        int end = offset + count;
        int pairs = 0;
        int neighbours = 0;
        int lastPair = -2;
        int index = offset;
        while (index < end) {
            int lead = bytes[index] & 0xFF;
            if (lead < 0x80) {
                index++;
                continue;
            }
            if (index + 1 == end) {
                break; // cut in the middle of a pair
            }
            if (!isGb2312Pair(lead, bytes[index + 1] & 0xFF)) {
                return false;
            }
            neighbours += lastPair == index - 2 ? 1 : 0;
            lastPair = index;
            pairs++;
            index += 2;
        }
        return pairs >= PAIRS_MIN && neighbours > 0;
    }

    private static boolean isGb2312Pair(int lead, int trail) {
        boolean leads = (lead >= 0xA1 && lead <= 0xA9) || (lead >= 0xB0 && lead <= 0xF7);
        return leads && trail >= 0xA1 && trail <= 0xFE;
    }
}
