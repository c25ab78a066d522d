package crateworks.music.mpc;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes patterns as MPC 3 exports them: an object with sixteen modifiers for each note. */
final class NestedPattern {
    private static final int MODIFIERS = 16;
    private static final int NOTE_CHARS = 1_700;

    private static final String BEGIN =
            """
            {
                "pattern": {
                    "version": 2,
                    "length": 9223372036854775807,
                    "quantisation": {
                        "version": 1,
                        "pulses": 0,
                        "swing": 0.0,
                        "strength": 1.0
                    },
                    "numFilterTypes": 30,
                    "events": [
            """;
    private static final String END =
            """

                    ]
                }
            }
            """;
    private static final String NOTE_BEGIN =
            """
                        {
                            "version": 2,
                            "time": \
            """;
    private static final String NOTE =
            """
            ,
                            "type": 3,
                            "channel": 0,
                            "selected": false,
                            "muted": false,
                            "invented": false,
                            "note": {
                                "version": 1,
                                "note": \
            """;
    private static final String VELOCITY = ",\n                    \"velocity\": ";
    private static final String LENGTH = ",\n                    \"length\": ";
    private static final String REST =
            """
            ,
                                "probability": 100,
                                "ratchet": 1,
                                "articulation": 197,
            """
                    + modifiers()
                    + """
                                "EnumCerealisationWrapper(selectedModifierType)": "Tuning (coarse)"
                            }
                        }\
            """;

    private NestedPattern() {}

    static byte[] write(Pattern pattern) {
        var text = new StringBuilder(BEGIN.length() + NOTE_CHARS * pattern.count());
        text.append(BEGIN);
        for (int row = 0; row < pattern.count(); row++) {
            text.append(row == 0 ? "" : ",\n").append(NOTE_BEGIN).append(pattern.onPulse(row));
            text.append(NOTE).append(pattern.pitch(row)).append(VELOCITY);
            text.append(pattern.velocity(row) / 127.0);
            text.append(LENGTH).append(pattern.lengthPulses(row)).append(REST);
        }
        text.append(END);
        return text.toString().replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static String modifiers() {
        return IntStream.range(0, MODIFIERS)
                .mapToObj(
                        slot ->
                                "                    \"modifierValue%d\": %s,\n"
                                                .formatted(slot, neutral(slot))
                                        + "                    \"modifierActiveState%d\": false,\n"
                                                .formatted(slot))
                .collect(Collectors.joining());
    }

    /** The value that changes nothing: tuning and the fifth lie in the middle, level is full. */
    private static String neutral(int slot) {
        return switch (slot) {
            case 0, 1, 5 -> "0.5";
            case 6 -> "1.0";
            default -> "0.0";
        };
    }
}
