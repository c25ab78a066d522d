package crateworks.music.naming;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNameTest {
    private static final List<TargetProfile> PROFILES =
            List.of(
                    TargetProfile.KEEP_SHARPS,
                    TargetProfile.LETTERS_ONLY,
                    TargetProfile.KEEP_SHARPS.withNameBytesMax(TargetProfile.NAME_BYTES_LEAST),
                    TargetProfile.LETTERS_ONLY.withNameBytesMax(TargetProfile.NAME_BYTES_MOST));

    @ParameterizedTest
    @MethodSource("crateworks.music.naming.StrangeNames#seeds")
    void aSafeNameIsItsOwnSafeName(long seed) {
        var names = new StrangeNames(new Random(seed));
        for (int round = 0; round < 100; round++) {
            String original = names.next();
            for (TargetProfile profile : PROFILES) {
                String once = SafeName.of(original, profile);
                assertThat(SafeName.of(once, profile))
                        .as(() -> "seed " + seed + ": " + StrangeNames.shown(original))
                        .isEqualTo(once);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("crateworks.music.naming.StrangeNames#seeds")
    void everyFileSystemAcceptsASafeName(long seed) {
        var names = new StrangeNames(new Random(seed));
        for (int round = 0; round < 100; round++) {
            String original = names.next();
            for (TargetProfile profile : PROFILES) {
                String name = SafeName.of(original, profile);
                assertThat(faultOf(name, profile))
                        .as(() -> "seed " + seed + ": " + StrangeNames.shown(original))
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("crateworks.music.naming.StrangeNames#seeds")
    void aNameWithSuffixIsSafeAndEndsInTheSuffix(long seed) {
        var random = new Random(seed);
        var names = new StrangeNames(random);
        for (int round = 0; round < 100; round++) {
            String original = names.next();
            String suffix = Long.toString(random.nextLong(1, 1L << 60), 36);
            for (TargetProfile profile : PROFILES) {
                String name = SafeName.withSuffix(original, suffix, profile);
                assertThat(name)
                        .as(() -> "seed " + seed + ": " + StrangeNames.shown(original))
                        .endsWith("_" + suffix + ".mid")
                        .isEqualTo(SafeName.of(name, profile));
                assertThat(faultOf(name, profile)).isEmpty();
            }
        }
    }

    private static String faultOf(String name, TargetProfile profile) {
        String stem = name.substring(0, name.length() - 4);
        if (!name.endsWith(".mid") || stem.isEmpty()) {
            return "no stem or extension: " + name;
        }
        if (name.getBytes(UTF_8).length > profile.nameBytesMax()) {
            return "too long: " + name;
        }
        if (!new String(name.getBytes(UTF_8), UTF_8).equals(name)) {
            return "not encodable: " + StrangeNames.shown(name);
        }
        if (!Normalizer.isNormalized(name, Normalizer.Form.NFC)) {
            return "not NFC: " + StrangeNames.shown(name);
        }
        if (name.codePoints().anyMatch(c -> c < ' ' || "\"*/:<>?\\| \u202E".indexOf(c) >= 0)) {
            return "illegal character: " + StrangeNames.shown(name);
        }
        if ("._-".indexOf(stem.charAt(0)) >= 0
                || "._-".indexOf(stem.charAt(stem.length() - 1)) >= 0) {
            return "joint at an end: " + name;
        }
        if (name.matches("(?i)(con|prn|aux|nul|com\\d|lpt\\d)\\..*")) {
            return "device: " + name;
        }
        return name.contains("__") || name.contains("..") || name.contains("--") ? "run" : "";
    }

    @Test
    void theLimitCountsBytesOfUtf8WithTheExtension() {
        assertThat(SafeName.of("x".repeat(300), TargetProfile.KEEP_SHARPS))
                .isEqualTo("x".repeat(96) + ".mid");
        assertThat(SafeName.of("ж".repeat(255), TargetProfile.KEEP_SHARPS))
                .isEqualTo("ж".repeat(48) + ".mid");
        assertThat(
                        SafeName.of(
                                "x".repeat(255) + ".mid",
                                TargetProfile.KEEP_SHARPS.withNameBytesMax(255)))
                .isEqualTo("x".repeat(251) + ".mid");
    }

    @Test
    void aCutSplitsNoCharacterThatAReaderSees() {
        String name = SafeName.of("x".repeat(94) + "n\u0302\u0323ab", TargetProfile.KEEP_SHARPS);
        assertThat(name).isEqualTo("x".repeat(94) + ".mid");
        String flags = SafeName.of("x".repeat(90) + "🇫🇷🇩🇪", TargetProfile.KEEP_SHARPS);
        assertThat(flags).isEqualTo("x".repeat(90) + ".mid");
    }

    @Test
    void aSingleCharacterBeyondTheLimitIsCutBetweenItsMarks() {
        String name = SafeName.of("q" + "\u0323".repeat(200), TargetProfile.KEEP_SHARPS);
        assertThat(name).isEqualTo("q" + "\u0323".repeat(47) + ".mid");
    }

    @Test
    void aCutThatEndsBehindAnExtensionLeavesNone() {
        String name = SafeName.of("x".repeat(92) + ".midnight", TargetProfile.KEEP_SHARPS);
        assertThat(name).isEqualTo("x".repeat(92) + ".mid");
    }

    @Test
    void aCutThatLeavesADeviceNameIsSeen() {
        String name = SafeName.of("CON_e" + "\u0323".repeat(200), TargetProfile.KEEP_SHARPS);
        assertThat(name).isEqualTo("CON_file.mid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"My Song.mid", "My_Song.mid", "my_song.MID", "MY  SONG.midi"})
    void namesThatADriveCannotTellApartShareTheirKey(String original) {
        String name = SafeName.of(original, TargetProfile.KEEP_SHARPS);
        assertThat(SafeName.foldKey(name)).isEqualTo("my_song.mid");
    }

    @Test
    void twinsInTwoUnicodeFormsAreOneName() {
        assertThat(SafeName.of("Cafe\u0301", TargetProfile.KEEP_SHARPS))
                .isEqualTo(SafeName.of("Caf\u00E9", TargetProfile.KEEP_SHARPS));
        assertThat(SafeName.foldKey("CAFE\u0301.mid")).isEqualTo(SafeName.foldKey("caf\u00E9.mid"));
    }

    @Test
    void theKeyJoinsWhateverUpperCaseJoins() {
        var keptApart = IntStream.range(0, 0xD800).filter(SafeNameTest::isKeptApart).boxed();
        assertThat(keptApart).isEmpty();
        assertThat(SafeName.foldKey("ΟΔΟΣ")).isEqualTo(SafeName.foldKey("οδος"));
        assertThat(SafeName.foldKey("a.mid")).isNotEqualTo(SafeName.foldKey("b.mid"));
    }

    private static boolean isKeptApart(int unit) {
        String key = SafeName.foldKey(Character.toString(unit));
        String ofUpper = SafeName.foldKey(Character.toString(Character.toUpperCase(unit)));
        return !key.equals(ofUpper) || !key.equals(SafeName.foldKey(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "../x", "ä", "12345678901234567"})
    void aSuffixIsAFewLettersAndDigits(String suffix) {
        assertThatThrownBy(() -> SafeName.withSuffix("a.mid", suffix))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + suffix + "'");
    }

    @ParameterizedTest
    @MethodSource("impossibleLimits")
    void aLimitThatNoNameFitsIsRefused(int bytesMax) {
        assertThatThrownBy(() -> TargetProfile.KEEP_SHARPS.withNameBytesMax(bytesMax))
                .hasMessageContaining("not " + bytesMax);
    }

    static Stream<Integer> impossibleLimits() {
        return Stream.of(-1, 0, 39, 256);
    }
}
