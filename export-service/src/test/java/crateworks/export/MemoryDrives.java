package crateworks.export;

import crateworks.pipeline.port.KnownDrives;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The marks of drives in memory; {@code written} tells whether the marked ones were written to. */
public final class MemoryDrives implements KnownDrives {
    private final List<Known> drives = new ArrayList<>();
    private final BooleanSupplier written;

    public MemoryDrives(BooleanSupplier written) {
        this.written = written;
    }

    @Override
    public Optional<Known> at(String path) {
        return drives.stream()
                .filter(each -> each.path().equals(Optional.of(path)))
                .map(this::now)
                .findFirst();
    }

    @Override
    public Optional<Known> marked(String mark) {
        return drives.stream()
                .filter(each -> each.mark().equals(Optional.of(mark)))
                .map(this::now)
                .findFirst();
    }

    @Override
    public void mount(String mark, String path, boolean another) {
        Optional<Known> before = marked(mark);
        drives.removeIf(each -> each.mark().equals(Optional.of(mark)));
        drives.replaceAll(
                each ->
                        each.path().equals(Optional.of(path))
                                ? new Known(
                                        each.mark(),
                                        Optional.empty(),
                                        each.written(),
                                        each.suspicion())
                                : each);
        drives.add(
                new Known(
                        Optional.of(mark),
                        Optional.of(path),
                        before.map(Known::written).orElse(false),
                        before.flatMap(Known::suspicion)));
    }

    @Override
    public void suspect(String mark, String sentence) {
        change(mark, Optional.of(sentence));
    }

    @Override
    public void trust(String mark) {
        change(mark, Optional.empty());
    }

    private Known now(Known drive) {
        return new Known(drive.mark(), drive.path(), written.getAsBoolean(), drive.suspicion());
    }

    private void change(String mark, Optional<String> suspicion) {
        drives.replaceAll(
                each ->
                        each.mark().equals(Optional.of(mark))
                                ? new Known(each.mark(), each.path(), each.written(), suspicion)
                                : each);
    }
}
