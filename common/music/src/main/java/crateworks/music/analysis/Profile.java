package crateworks.music.analysis;

import java.util.Optional;

/**
 * Everything that the analysis says about one file.
 *
 * <p>{@code version} is that of the {@link Analyst} which made it: a profile of another version is
 * worth making anew.
 */
public record Profile(
        int version,
        TempoEstimate tempo,
        KeyEstimate key,
        MeterEstimate meter,
        LengthEstimate length,
        Harmony harmony,
        DrumEstimate drums,
        Statistics statistics,
        RoleEstimate role,
        Optional<Fingerprint> fingerprint) {}
