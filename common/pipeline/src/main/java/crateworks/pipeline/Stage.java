package crateworks.pipeline;

import java.util.List;

/**
 * A function over a batch: files in, one outcome for each file out, in the same order.
 *
 * <p>A stage sees no topic, bucket or table and keeps nothing between batches. It may throw: the
 * runner then finds the one file that is to blame and sets it aside.
 */
@FunctionalInterface
public interface Stage<I, O> {
    /** Returns one outcome for each element of {@code batch}, in its order. */
    List<Outcome<O>> process(List<I> batch);
}
