package crateworks.sanitize;

import crateworks.music.naming.SafeName;
import crateworks.music.naming.TargetProfile;
import crateworks.pipeline.Outcome;
import crateworks.pipeline.Stage;
import java.util.List;

/** The stage that turns names as they were found into names that every target can hold. */
public final class SanitizeStage implements Stage<String, String> {
    private final TargetProfile profile;

    public SanitizeStage(TargetProfile profile) {
        this.profile = profile;
    }

    @Override
    public List<Outcome<String>> process(List<String> batch) {
        return batch.stream()
                .<Outcome<String>>map(
                        name -> new Outcome.Done<>(SafeName.of(name, profile), List.of()))
                .toList();
    }
}
