package crateworks.pipeline.run;

/** So much thinking of this process does not end that no more of it may begin: start it again. */
public final class TooManyHang extends Error {
    private static final long serialVersionUID = 1;

    TooManyHang(int count) {
        super(count + " batches hang; start this process again");
    }
}
