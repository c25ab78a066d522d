package crateworks.music.midi;

/**
 * Ends the reading of a file or of a track; caught in {@link SmfReader}, never leaves the package.
 */
final class Malformed extends RuntimeException {
    private final int offset;
    private final transient Fault fault;

    Malformed(int offset, Fault fault) {
        super(fault.name(), null, false, false);
        this.offset = offset;
        this.fault = fault;
    }

    int offset() {
        return offset;
    }

    Fault fault() {
        return fault;
    }
}
