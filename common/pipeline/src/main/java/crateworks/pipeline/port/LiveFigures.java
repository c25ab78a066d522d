package crateworks.pipeline.port;

import crateworks.pipeline.session.StageFigures;
import java.util.List;

/** What the stages have done so far, live; agrees with the ledger when everything is at rest. */
public interface LiveFigures {
    /** One entry for each stage that has done anything for {@code session}; in no order. */
    List<StageFigures> of(long session);
}
