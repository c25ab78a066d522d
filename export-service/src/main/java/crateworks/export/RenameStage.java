package crateworks.export;

import crateworks.music.naming.NameFacts;
import crateworks.music.naming.NameTemplate;
import crateworks.music.naming.TargetProfile;
import crateworks.music.tags.NameTags;
import crateworks.pipeline.Outcome;
import crateworks.pipeline.Stage;
import java.util.List;
import java.util.Optional;

/** The stage that makes names of what is known of the music. */
public final class RenameStage implements Stage<RenameStage.Wanted, String> {
    /** A file to be named; it keeps {@code name} where the run has no template. */
    public record Wanted(Optional<NameTemplate> template, String name, NameFacts facts) {}

    private final TargetProfile profile;

    public RenameStage(TargetProfile profile) {
        this.profile = profile;
    }

    @Override
    public List<Outcome<String>> process(List<Wanted> batch) {
        return batch.stream()
                .<Outcome<String>>map(wanted -> new Outcome.Done<>(nameOf(wanted), List.of()))
                .toList();
    }

    /**
     * The name that a template makes, of the tags that tell most. The category alone makes none:
     * the name so far says more.
     */
    static String named(NameTemplate template, NameFacts facts, TargetProfile profile) {
        List<String> tags = NameTags.telling(facts.tags(), Optional.empty());
        boolean isKnown = facts.bpm().isPresent() || facts.key().isPresent() || !tags.isEmpty();
        if (isKnown && !template.saysCategory()) {
            tags = NameTags.telling(facts.tags(), facts.category());
        }
        return template.name(facts.withTags(tags), profile);
    }

    private String nameOf(Wanted wanted) {
        return wanted.template()
                .map(template -> named(template, wanted.facts(), profile))
                .orElse(wanted.name());
    }
}
