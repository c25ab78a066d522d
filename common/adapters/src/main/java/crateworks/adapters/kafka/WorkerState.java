package crateworks.adapters.kafka;

/** What a worker does at the moment. */
public sealed interface WorkerState {
    /** It has a batch. */
    record Working() implements WorkerState {}

    /** There is nothing to do. */
    record Idle() implements WorkerState {}

    /** It cannot go on until something is back, such as {@code the drive}; it tries by itself. */
    record Waiting(String waitsFor) implements WorkerState {}

    /** Somebody has paused its stage; it keeps its partitions and begins no batch. */
    record Paused() implements WorkerState {}

    /** It has ended. */
    record Stopped() implements WorkerState {}
}
