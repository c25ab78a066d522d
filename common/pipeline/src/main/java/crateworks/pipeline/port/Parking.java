package crateworks.pipeline.port;

import crateworks.pipeline.message.Parked;
import java.util.List;

/** Files that a stage gave up, with all that is needed to try again. */
public interface Parking {
    /** Records them in one transaction, and ends their items as parked. May be repeated. */
    void park(List<Parked> parked) throws Outage;
}
