package crateworks.analyze;

import crateworks.music.analysis.DrumEstimate;
import crateworks.music.analysis.Fingerprint;
import crateworks.music.analysis.KeyEstimate;
import crateworks.music.analysis.MeterEstimate;
import crateworks.music.analysis.Profile;
import crateworks.music.analysis.Statistics;
import crateworks.music.analysis.TempoEstimate;
import crateworks.music.analysis.Tonality;
import crateworks.music.category.Appraisal;
import crateworks.music.category.Decision;
import crateworks.music.tags.Tag;
import crateworks.pipeline.message.Piece;
import crateworks.pipeline.message.TagMark;
import crateworks.pipeline.port.Analysis.MusicRow;
import crateworks.pipeline.port.Analysis.Told;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/** Writes what was found out about music into rows of the database. */
final class MusicRows {
    private MusicRows() {}

    static MusicRow row(Piece piece, Appraisal appraisal) {
        Profile profile = appraisal.profile();
        Decision shelf = appraisal.decision();
        KeyEstimate key = profile.key();
        DrumEstimate drums = profile.drums();
        Statistics statistics = profile.statistics();
        return new MusicRow(
                piece.session(),
                piece.item(),
                piece.file(),
                profile.version(),
                tempo(profile.tempo()),
                key.tonality()
                        .map(
                                tonality ->
                                        new Told<>(
                                                tonality.tonic(),
                                                key.confidence(),
                                                word(key.source()))),
                key.tonality().map(tonality -> word(tonality.mode())).orElse(""),
                key.tonality().map(Tonality::shortName).orElse(""),
                key.tonality().map(Tonality::camelot).orElse(""),
                meter(profile.meter()),
                profile.length().bars() == 0
                        ? OptionalInt.empty()
                        : OptionalInt.of(profile.length().bars()),
                profile.length().durationMicros(),
                statistics.noteCount(),
                drums.isDrum(),
                drums.confidence(),
                drums.channels().stream().map(channel -> channel + 1).toList(),
                drums.classes().stream().map(MusicRows::word).toList(),
                profile.role().family().label(),
                profile.role().confidence(),
                word(profile.role().role()),
                statistics.lowestPitch(),
                statistics.highestPitch(),
                OptionalDouble.of(statistics.notesPerSecond()),
                MusicJson.chords(profile.harmony().chords()),
                profile.harmony().signature(),
                hash(profile.fingerprint(), Fingerprint::exact),
                hash(profile.fingerprint(), Fingerprint::likeness),
                MusicJson.details(profile),
                shelf.category().label(),
                shelf.confidence(),
                shelf.reason(),
                appraisal.derived().stream().map(MusicRows::mark).toList());
    }

    private static TagMark mark(Tag tag) {
        return new TagMark(
                tag.term(), tag.category().name(), tag.source().name(), tag.confidence());
    }

    private static OptionalLong hash(
            Optional<Fingerprint> fingerprint, ToLongFunction<Fingerprint> part) {
        return fingerprint.stream().mapToLong(part).findAny();
    }

    private static Optional<Told<Double>> tempo(TempoEstimate tempo) {
        return tempo.isKnown()
                ? Optional.of(new Told<>(tempo.bpm(), tempo.confidence(), word(tempo.source())))
                : Optional.empty();
    }

    private static Optional<Told<String>> meter(MeterEstimate meter) {
        return meter.isKnown()
                ? Optional.of(
                        new Told<>(meter.signature(), meter.confidence(), word(meter.source())))
                : Optional.empty();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
