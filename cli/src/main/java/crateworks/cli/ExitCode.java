package crateworks.cli;

/** What the command answers to the shell; those of refusals follow sysexits.h. */
final class ExitCode {
    static final int FINE = 0;

    /** Something broke that should not have; the log has the trace. */
    static final int BROKEN = 1;

    /** The command line does not fit. */
    static final int USAGE = 2;

    /** The run ended, and files are parked or the ledger does not balance. */
    static final int UNFINISHED = 3;

    /** {@code verify} found differences. */
    static final int DIFFERENT = 4;

    /** A folder that was named cannot be used. */
    static final int NO_INPUT = 66;

    /** Stopped from outside; the same command goes on where this one was. */
    static final int STOPPED = 130;

    private ExitCode() {}
}
