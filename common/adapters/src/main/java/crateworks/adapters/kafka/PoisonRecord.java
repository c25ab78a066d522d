package crateworks.adapters.kafka;

/** A record that cannot be read as what its topic holds; one sentence says why. */
public final class PoisonRecord extends Exception {
    private static final long serialVersionUID = 1L;

    public PoisonRecord(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    public PoisonRecord(String sentence) {
        super(sentence);
    }
}
