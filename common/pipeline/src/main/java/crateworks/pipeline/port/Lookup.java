package crateworks.pipeline.port;

import crateworks.pipeline.message.Piece;
import crateworks.pipeline.port.UserValues.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Single files of the library, for people who ask about one. */
public interface Lookup {
    /**
     * One file of the library.
     *
     * @param piece the record that analysis takes, of session 0
     * @param stored what analysis found out; empty while the file is on its way
     * @param byHand what a user set
     */
    record Entry(Piece piece, Optional<Stored> stored, Map<Field, String> byHand) {
        public Entry {
            byHand = Map.copyOf(byHand);
        }
    }

    /**
     * What is kept of an analysis.
     *
     * @param version of the analysis
     * @param alike other files that are the same music in any key and tempo
     */
    record Stored(int version, String category, String categoryReason, long alike) {}

    /**
     * Files that were found at a place, written as the catalog writes it or as its end behind a
     * separator; the whole file before its parts, at most {@code max}.
     */
    List<Long> at(String place, int max) throws Outage;

    Optional<Entry> entry(long file) throws Outage;
}
