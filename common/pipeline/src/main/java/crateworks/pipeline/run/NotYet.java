package crateworks.pipeline.run;

/** Records must wait for another part of the pipeline; they are read again a little later. */
public final class NotYet extends Exception {
    private static final long serialVersionUID = 1L;

    public NotYet(String waitsFor) {
        super(waitsFor);
    }
}
