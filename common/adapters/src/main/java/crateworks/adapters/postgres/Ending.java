package crateworks.adapters.postgres;

import crateworks.pipeline.StageName;
import crateworks.pipeline.port.Verdict;

/**
 * What is recorded of an item that ends or waits.
 *
 * @param stage the word of the stage that ended it, or at which it waits
 * @param file its file, 0 when it has none
 */
record Ending(
        long item, State state, String stage, long file, String code, String detail, int attempts) {
    /** The stage's word for what ends while files are searched. */
    static final String DISCOVER = "discover";

    /** How an item stands; the words of the column {@code state}. */
    enum State {
        DONE("done"),
        /**
         * No item, but a way to items, and counted nowhere: an archive, or a part of a file that
         * turned out to be a duplicate.
         */
        OPENED("opened"),
        DUPLICATE("duplicate"),
        REJECTED("rejected"),
        PARKED("parked"),
        WAITING("waiting"),
        READY("ready");

        private final String word;

        State(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static Ending done(long item, String stage, long file) {
        return new Ending(item, State.DONE, stage, file, "", "", 0);
    }

    static Ending opened(long item) {
        return new Ending(item, State.OPENED, DISCOVER, 0, "", "", 0);
    }

    static Ending ready(long item, long file) {
        return new Ending(item, State.READY, StageName.EXPORT.word(), file, "", "", 0);
    }

    static Ending duplicate(long item, StageName stage, long file) {
        return new Ending(item, State.DUPLICATE, stage.word(), file, "", "", 0);
    }

    static Ending rejected(Verdict verdict) {
        return rejected(verdict.item(), verdict.stage().word(), verdict.code(), verdict.detail());
    }

    static Ending rejected(long item, String stage, String code, String detail) {
        return new Ending(item, State.REJECTED, stage, 0, code, detail, 0);
    }

    static Ending parked(long item, String stage, String code, String detail, int attempts) {
        return new Ending(item, State.PARKED, stage, 0, code, detail, attempts);
    }

    static Ending waiting(long item, StageName stage) {
        return new Ending(item, State.WAITING, stage.word(), 0, "", "", 0);
    }

    /** Which of two ends of one item in one batch holds. */
    Ending or(Ending other) {
        return other.state == State.DUPLICATE ? other : this;
    }
}
