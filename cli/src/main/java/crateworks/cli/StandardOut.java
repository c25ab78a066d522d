package crateworks.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.Optional;

/** Standard output, which remembers that not everything could be written: writers forget it. */
final class StandardOut extends FilterOutputStream {
    /** What the system calls a reader that has read enough, such as {@code head}. */
    private static final String READ_ENOUGH = "Broken pipe";

    private volatile Optional<String> failure = Optional.empty();

    StandardOut() {
        super(new FileOutputStream(FileDescriptor.out));
    }

    PrintWriter writer() {
        return new PrintWriter(new OutputStreamWriter(this, System.out.charset()), true);
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            if (failure.isEmpty()) {
                failure = Optional.of(String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    /** Why a part of the output is lost; empty also when nobody wanted more of it. */
    Optional<String> loss() {
        return failure.filter(reason -> !reason.equals(READ_ENOUGH));
    }
}
