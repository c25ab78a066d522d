package crateworks.adapters.kafka;

import crateworks.pipeline.message.Progress;

/**
 * What the batches of a stage did in a session, all together.
 *
 * @param beyondOffset the first record that is not counted yet
 */
record ProgressSum(Progress sum, long beyondOffset) {
    /** The sum with the record at {@code offset}; the same when that is counted already. */
    ProgressSum plus(Progress progress, long offset) {
        return offset < beyondOffset ? this : new ProgressSum(sum.plus(progress), offset + 1);
    }
}
