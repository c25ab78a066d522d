package crateworks.web.live;

import crateworks.pipeline.port.Failures.Failed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Up to which failed file a listener was told; the id of an event, {@code micros.item}. */
record ErrorMark(Instant at, long item) {
    static final ErrorMark BEGINNING = new ErrorMark(Instant.EPOCH, 0);
    private static final Pattern ID = Pattern.compile("(\\d{1,18})\\.(\\d{1,19})");

    static ErrorMark of(Failed failed) {
        return new ErrorMark(failed.at(), failed.item());
    }

    /** What a listener says; the beginning when that is no id. */
    static ErrorMark of(Optional<String> id) {
        if (id.isEmpty()) {
            return BEGINNING;
        }
        Matcher matcher = ID.matcher(id.get().strip());
        if (!matcher.matches()) {
            return BEGINNING;
        }
        try {
            Instant at = Instant.EPOCH.plus(Long.parseLong(matcher.group(1)), ChronoUnit.MICROS);
            return new ErrorMark(at, Long.parseLong(matcher.group(2)));
        } catch (NumberFormatException tooLarge) {
            return BEGINNING;
        }
    }

    boolean isBeginning() {
        return equals(BEGINNING);
    }

    String id() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "." + item;
    }
}
