package crateworks.music.analysis;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Everything that the analysis says about one file.
 *
 * <p>{@code version} is that of the {@link Analyst} which made it: a profile of another version is
 * worth making anew.
 *
 * @param quarterBpm where the beats that are heard are not the file's quarters: how many of those
 *     pass in a minute, so the tempo at which a device that counts them plays it as it was played
 */
public record Profile(
        int version,
        TempoEstimate tempo,
        OptionalDouble quarterBpm,
        KeyEstimate key,
        MeterEstimate meter,
        LengthEstimate length,
        Harmony harmony,
        DrumEstimate drums,
        Statistics statistics,
        RoleEstimate role,
        Optional<Fingerprint> fingerprint) {}
