package crateworks.pipeline.message;

/** A record on a topic: it belongs to a session and speaks of one item of the ledger. */
public interface Message {
    /** The schema version that this build writes; readers ignore fields that they do not know. */
    int VERSION = 1;

    int version();

    long session();

    /** The ledger's number of what this speaks of, see {@link crateworks.pipeline.ItemId}. */
    long item();

    /** What keeps records in order: the file once there is one, before that the item. */
    long key();
}
