package crateworks.export.drive;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Two calls of Linux that Java has no words for: to make a whole file system durable at once, and
 * to forget what is remembered of a file. Whoever has none does without, see {@link Disk}.
 */
final class NativeCalls {
    private static final int OPEN_READ_ONLY = 0;
    private static final int FORGET = 4; // POSIX_FADV_DONTNEED, the same on amd64 and arm64
    private static final StructLayout CAPTURED = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO =
            CAPTURED.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final Optional<NativeCalls> FOUND = find();

    private final MethodHandle open;
    private final MethodHandle close;
    private final MethodHandle syncFileSystem;
    private final MethodHandle advise;

    private NativeCalls(Linker linker) {
        Linker.Option errno = Linker.Option.captureCallState("errno");
        this.open =
                handle(
                        linker,
                        "open",
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
                        errno,
                        Linker.Option.firstVariadicArg(2));
        this.close = handle(linker, "close", intOfInt(), errno);
        this.syncFileSystem = handle(linker, "syncfs", intOfInt(), errno);
        this.advise =
                handle(
                        linker,
                        "posix_fadvise",
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_INT),
                        errno);
    }

    /** These calls, where the system has them. */
    static Optional<NativeCalls> here() {
        return FOUND;
    }

    /** Returns when everything that was written to the file system of {@code folder} is on it. */
    void syncFileSystemOf(Path folder) throws IOException {
        try (var arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CAPTURED);
            int descriptor = open(arena, state, folder);
            try {
                check((int) syncFileSystem.invokeExact(state, descriptor), state, folder);
            } finally {
                int ignored = (int) close.invokeExact(state, descriptor);
            }
        } catch (IOException | RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Makes the system forget the bytes of {@code file} that it remembers; they are saved. */
    void forget(Path file) throws IOException {
        try (var arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CAPTURED);
            int descriptor = open(arena, state, file);
            try {
                int answer = (int) advise.invokeExact(state, descriptor, 0L, 0L, FORGET);
                if (answer != 0) {
                    throw new IOException(file + ": error " + answer);
                }
            } finally {
                int ignored = (int) close.invokeExact(state, descriptor);
            }
        } catch (IOException | RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private int open(Arena arena, MemorySegment state, Path file) throws Throwable {
        MemorySegment name = arena.allocateFrom(file.toString());
        return check((int) open.invokeExact(state, name, OPEN_READ_ONLY), state, file);
    }

    private static int check(int answer, MemorySegment state, Path file) throws IOException {
        if (answer < 0) {
            throw new IOException(file + ": error " + (int) ERRNO.get(state, 0L));
        }
        return answer;
    }

    private static FunctionDescriptor intOfInt() {
        return FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    }

    @SuppressWarnings("restricted") // what these two calls are for; where it is denied, see find
    private static MethodHandle handle(
            Linker linker, String name, FunctionDescriptor descriptor, Linker.Option... options) {
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor, options);
    }

    private static Optional<NativeCalls> find() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        try {
            return linux ? Optional.of(new NativeCalls(Linker.nativeLinker())) : Optional.empty();
        } catch (RuntimeException | LinkageError absent) {
            return Optional.empty(); // another C library, or native access is denied
        }
    }
}
