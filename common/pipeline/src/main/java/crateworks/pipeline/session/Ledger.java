package crateworks.pipeline.session;

/**
 * Where everything that was found has gone; what the law of conservation is about.
 *
 * @param unchanged files of the run that an earlier run had dealt with, not counted in the rest
 * @param junk entries such as {@code .DS_Store} that are no files of the user's, not counted either
 */
public record Ledger(Line files, Line children, long unchanged, long junk) {
    /** The balance of one kind of item. */
    public record Line(
            long discovered, long done, long duplicate, long rejected, long parked, long inFlight) {
        public static final Line NONE = new Line(0, 0, 0, 0, 0, 0);

        public boolean balances() {
            return discovered == done + duplicate + rejected + parked + inFlight;
        }

        public boolean atRest() {
            return inFlight == 0;
        }
    }

    public boolean balances() {
        return files.balances() && children.balances();
    }

    public boolean atRest() {
        return files.atRest() && children.atRest();
    }

    public long parked() {
        return files.parked() + children.parked();
    }
}
