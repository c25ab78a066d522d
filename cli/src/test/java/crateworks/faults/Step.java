package crateworks.faults;

/** The moments at which a batch of a stage can be interrupted, in their order. */
enum Step {
    BLOBS_SENT("before its blobs are stored"),
    BLOBS_STORED("after its blobs, before its rows"),
    ROWS_SENT("within its database transaction"),
    ROWS_COMMITTED("after its rows, before its records"),
    RECORDS_SENT("before its records and offsets are committed"),
    RECORDS_COMMITTED("after its records and offsets, before it knows");

    private final String sentence;

    Step(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
