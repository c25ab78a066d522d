package crateworks.adapters.postgres;

import crateworks.pipeline.port.Outage;
import crateworks.pipeline.run.FileTrouble;
import java.sql.SQLException;
import java.util.Set;

/**
 * Whose fault a failed statement is. Only what PostgreSQL says of the data itself is held against a
 * file; everything else, mistakes in the set-up included, is waited out.
 */
final class Trouble {
    static final String THE_DATABASE = "the database";

    /** The code of a file whose rows the database does not take. */
    static final String REFUSED_BY_DATABASE = "REFUSED_BY_DATABASE";

    /** Data exception, constraint violation, a limit of PostgreSQL such as the size of a row. */
    private static final Set<String> CLASSES_OF_DATA = Set.of("22", "23", "54");

    /** Serialization failure, deadlock. */
    private static final Set<String> WORTH_REPEATING = Set.of("40001", "40P01");

    private Trouble() {}

    static boolean isWorthRepeating(SQLException e) {
        return WORTH_REPEATING.contains(stateOf(e));
    }

    /**
     * The outage to throw.
     *
     * @throws FileTrouble instead, when the data is to blame
     */
    static Outage outage(SQLException e) {
        String state = stateOf(e);
        String sentence = String.valueOf(e.getMessage());
        if (state.length() == 5 && CLASSES_OF_DATA.contains(state.substring(0, 2))) {
            var trouble = new FileTrouble(REFUSED_BY_DATABASE, sentence);
            trouble.initCause(e);
            throw trouble;
        }
        return new Outage(THE_DATABASE, sentence, e);
    }

    /** Whether a statement was given up because it took too long. */
    static boolean isCancelled(Outage outage) {
        return outage.getCause() instanceof SQLException e && stateOf(e).equals("57014");
    }

    private static String stateOf(SQLException e) {
        String state = e.getSQLState();
        return state == null ? "" : state;
    }
}
