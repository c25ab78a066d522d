package crateworks.export;

import crateworks.music.naming.NameFacts;
import crateworks.music.naming.NameTemplate;
import crateworks.pipeline.Outcome;
import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Analyzed;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.message.Piece;
import crateworks.pipeline.port.Naming;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Sessions;
import crateworks.pipeline.run.Binding;
import crateworks.pipeline.run.Fate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Feeds the stage with the template of each run and the facts of each file. */
public final class RenameBinding
        implements Binding<Analyzed, RenameStage.Wanted, String, Analyzed> {
    private static final double BPM_MAX = 10_000;
    private static final String EXTENSION = ".mid";

    private final Sessions sessions;
    private final Naming naming;

    public RenameBinding(Sessions sessions, Naming naming) {
        this.sessions = sessions;
        this.naming = naming;
    }

    @Override
    public List<RenameStage.Wanted> gather(List<Analyzed> batch) throws Outage {
        var templates = new HashMap<Long, Optional<NameTemplate>>();
        var wanted = new ArrayList<RenameStage.Wanted>(batch.size());
        for (Analyzed file : batch) {
            Optional<NameTemplate> template = templates.get(file.session());
            if (template == null) {
                template = templateOf(file.session());
                templates.put(file.session(), template);
            }
            wanted.add(new RenameStage.Wanted(template, file.name(), facts(file)));
        }
        return wanted;
    }

    @Override
    public List<Fate<Analyzed>> record(
            List<Analyzed> batch, List<Outcome<String>> outcomes, List<List<BlobRef>> stored)
            throws Outage {
        var names = new ArrayList<Naming.Name>(batch.size());
        var fates = new ArrayList<Fate<Analyzed>>(batch.size());
        for (int at = 0; at < batch.size(); at++) {
            Analyzed file = batch.get(at);
            String name = nameIn(outcomes.get(at));
            if (!name.equals(file.name())) {
                names.add(
                        new Naming.Name(
                                file.item(),
                                file.file(),
                                StageName.RENAME,
                                name,
                                "made from a template"));
            }
            fates.add(new Fate.Onward<>(List.of(file.renamed(name))));
        }
        if (!names.isEmpty()) {
            naming.record(names);
        }
        return fates;
    }

    private static String nameIn(Outcome<String> outcome) {
        return switch (outcome) {
            case Outcome.Done<String>(var name, _) -> name;
            case Outcome.Duplicate<String> _, Outcome.Rejected<String> _ ->
                    throw new IllegalStateException("every file can be named");
        };
    }

    private Optional<NameTemplate> templateOf(long session) throws Outage {
        return sessions.find(session)
                .flatMap(found -> found.order().template())
                .map(NameTemplate::of);
    }

    /** What is known of {@code file}, in the words of names; values that are none are left out. */
    static NameFacts facts(Analyzed file) {
        return new NameFacts(
                tempo(file.bpm()),
                file.musicalKey().filter(key -> !key.isBlank()).map(RenameBinding::spelled),
                file.camelot(),
                file.tags(),
                Optional.of(file.category()),
                Optional.of(withoutExtension(file.name())),
                file.meter(),
                file.bars().orElse(0) > 0 ? file.bars() : OptionalInt.empty(),
                file.part().map(Piece.PartOf::label),
                Optional.empty());
    }

    static OptionalDouble tempo(OptionalDouble bpm) {
        double value = bpm.orElse(0);
        return value > 0 && value < BPM_MAX ? bpm : OptionalDouble.empty();
    }

    /** {@code C} is {@code Cmaj} and {@code F#m} is {@code F#min}. */
    static String spelled(String key) {
        return key.endsWith("m") ? key + "in" : key + "maj";
    }

    static String withoutExtension(String name) {
        return name.endsWith(EXTENSION)
                ? name.substring(0, name.length() - EXTENSION.length())
                : name;
    }
}
