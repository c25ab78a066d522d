package crateworks.pipeline.lead;

import crateworks.pipeline.StageName;
import java.util.List;
import java.util.Optional;

/** Which stages run, and so which topic each of them reads. */
public record Route(List<StageName> stages) {
    public Route {
        stages = List.copyOf(stages);
        if (!stages.equals(stages.stream().sorted().distinct().toList()) || !leadsOn(stages)) {
            throw new IllegalArgumentException(
                    "stages run in the order of the flow from ingest on, and only rename can be left"
                            + " out: "
                            + stages);
        }
    }

    private static boolean leadsOn(List<StageName> stages) {
        StageName last = stages.isEmpty() ? StageName.INGEST : stages.getLast();
        for (StageName stage : StageName.values()) {
            if (stage.compareTo(last) <= 0
                    && stage != StageName.RENAME
                    && !stages.contains(stage)) {
                return false;
            }
        }
        return !stages.isEmpty();
    }

    /** The topic that {@code stage} reads: that of the stage before it which runs. */
    public String topicInto(StageName stage) {
        int at = stages.indexOf(stage);
        return at > 0 ? stages.get(at - 1).topicOut() : stage.topicIn();
    }

    /** The topic that {@code stage} writes; empty when no stage of this route reads it. */
    public Optional<String> topicOutOf(StageName stage) {
        int at = stages.indexOf(stage);
        return at >= 0 && at + 1 < stages.size() ? Optional.of(stage.topicOut()) : Optional.empty();
    }
}
