package crateworks.pipeline.port;

import java.util.Map;
import java.util.Set;

/** What users set by hand. It goes before what is found out, and no stage ever changes it. */
public interface UserValues {
    /** What can be set; {@code TONIC}, {@code MODE} and {@code CAMELOT} go with {@code KEY}. */
    enum Field {
        NAME,
        BPM,
        KEY,
        TONIC,
        MODE,
        CAMELOT,
        METER,
        CATEGORY
    }

    /** Sets values of a file, others stay; false when there is no such file. */
    boolean set(long file, Map<Field, String> values) throws Outage;

    /** Takes values of a file back, so that what was found out counts again. */
    void clear(long file, Set<Field> fields) throws Outage;

    /** What is set for a file. */
    Map<Field, String> of(long file) throws Outage;
}
