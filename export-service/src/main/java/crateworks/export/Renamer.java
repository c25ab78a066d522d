package crateworks.export;

import crateworks.music.naming.NameFacts;
import crateworks.music.naming.NameTemplate;
import crateworks.music.naming.TargetProfile;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Renaming;
import crateworks.pipeline.port.Renaming.Change;
import crateworks.pipeline.port.Renaming.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Names files of the library after a template, outside of any run of the stages. */
public final class Renamer {
    private static final int BATCH = 1_000;

    private final Renaming renaming;
    private final NameTemplate template;
    private final TargetProfile profile;

    public Renamer(Renaming renaming, NameTemplate template, TargetProfile profile) {
        this.renaming = renaming;
        this.template = template;
        this.profile = profile;
    }

    /** Tells {@code sink} of every name that would change; changes nothing. */
    public void preview(Optional<String> where, Consumer<Change> sink) throws Outage {
        renaming.eachSubject(
                where,
                subject -> {
                    String name = RenameStage.named(template, facts(subject), profile);
                    if (!name.equals(subject.now())) {
                        sink.accept(
                                new Change(subject.file(), subject.item(), subject.now(), name));
                    }
                });
    }

    /** A run that gave names, and to how many files. */
    public record Renamed(long run, long files) {}

    /** Gives the names; empty when none would change. */
    public Optional<Renamed> rename(Optional<String> where) throws Outage {
        var changes = new ArrayList<Change>();
        preview(where, changes::add);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        long run = renaming.begin(template.toString());
        for (int from = 0; from < changes.size(); from += BATCH) {
            renaming.apply(
                    run,
                    List.copyOf(changes.subList(from, Math.min(from + BATCH, changes.size()))));
        }
        return Optional.of(new Renamed(run, changes.size()));
    }

    private static NameFacts facts(Subject file) {
        return new NameFacts(
                RenameBinding.tempo(file.bpm()),
                file.key().map(RenameBinding::spelled),
                file.camelot(),
                file.tags(),
                Optional.of(file.category()),
                Optional.of(RenameBinding.withoutExtension(file.base())),
                file.meter(),
                file.bars().orElse(0) > 0 ? file.bars() : OptionalInt.empty(),
                file.label(),
                Optional.empty());
    }
}
