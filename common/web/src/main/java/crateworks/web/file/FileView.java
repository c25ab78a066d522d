package crateworks.web.file;

import crateworks.pipeline.port.FileHistory.File;
import crateworks.pipeline.port.FileHistory.Name;
import crateworks.pipeline.port.FileHistory.OnDrive;
import crateworks.pipeline.port.FileHistory.Part;
import crateworks.pipeline.port.FileHistory.Place;
import crateworks.pipeline.port.FileHistory.Tag;
import crateworks.pipeline.port.FileHistory.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** {@code File} of {@code openapi.yaml}. */
public record FileView(
        long id,
        String name,
        String originalName,
        String kind,
        String blake3,
        long bytes,
        int format,
        int tracks,
        int notes,
        double seconds,
        OptionalInt bars,
        String repairs,
        String state,
        Optional<String> camelot,
        Optional<String> progression,
        Optional<String> role,
        boolean drums,
        OptionalInt lowestPitch,
        OptionalInt highestPitch,
        OptionalDouble notesPerSecond,
        OptionalLong alike,
        List<Value> values,
        List<Tag> tags,
        List<Name> names,
        List<PlaceView> places,
        Optional<Part> parent,
        List<Part> parts,
        List<Step> history,
        List<OnDrive> drives) {
    /** A place; its item is a text, as it is larger than what JavaScript counts to. */
    public record PlaceView(
            String item,
            String place,
            String source,
            String path,
            String member,
            long session,
            String state,
            Instant modified) {}

    /** Something that happened to it. */
    public record Step(Optional<String> stage, Optional<Instant> at, String what) {}

    public static FileView of(File file) {
        return new FileView(
                file.id(),
                file.name(),
                file.originalName(),
                file.part() ? "part" : "song",
                file.blake3(),
                file.bytes(),
                file.format(),
                file.tracks(),
                file.notes(),
                file.seconds(),
                file.bars(),
                file.repairs(),
                file.state(),
                present(file.camelot()),
                present(file.progression()),
                present(file.role()),
                file.drums(),
                file.lowestPitch(),
                file.highestPitch(),
                file.notesPerSecond(),
                file.alike(),
                file.values(),
                file.tags(),
                file.names(),
                file.places().stream().map(FileView::place).toList(),
                file.parent(),
                file.parts(),
                history(file),
                file.drives());
    }

    private static PlaceView place(Place place) {
        return new PlaceView(
                String.valueOf(place.item()),
                place.place(),
                place.source(),
                place.path(),
                place.member(),
                place.session(),
                place.state(),
                place.modified());
    }

    private static List<Step> history(File file) {
        var steps = new ArrayList<Step>();
        for (Place place : file.places()) {
            steps.add(step("discover", "found at " + place.place()));
            if (place.state().equals("duplicate")) {
                steps.add(
                        new Step(
                                Optional.of("ingest"),
                                place.endedAt(),
                                "the same content, a duplicate: " + place.place()));
            }
        }
        if (!file.repairs().isEmpty()) {
            steps.add(step("ingest", "repaired while reading: " + file.repairs()));
        }
        for (Name name : file.names()) {
            steps.add(
                    step(
                            name.stage(),
                            "named "
                                    + name.name()
                                    + (name.reason().isEmpty() ? "" : ": ")
                                    + name.reason()));
        }
        file.parent()
                .ifPresent(
                        part ->
                                steps.add(
                                        step(
                                                "split",
                                                "split off from "
                                                        + part.name()
                                                        + ", track "
                                                        + part.track()
                                                        + ", channel "
                                                        + part.channel())));
        if (!file.parts().isEmpty()) {
            steps.add(step("split", "split into " + file.parts().size() + " parts"));
        }
        file.version()
                .ifPresent(version -> steps.add(step("analyze", "analysed by version " + version)));
        for (OnDrive drive : file.drives()) {
            steps.add(
                    new Step(
                            Optional.of("export"),
                            drive.writtenAt(),
                            (drive.writtenAt().isPresent() ? "written to " : "planned as ")
                                    + drive.path()));
        }
        return steps;
    }

    private static Step step(String stage, String what) {
        return new Step(Optional.of(stage), Optional.empty(), what);
    }

    private static Optional<String> present(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
