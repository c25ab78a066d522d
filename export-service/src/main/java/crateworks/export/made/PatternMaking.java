package crateworks.export.made;

import crateworks.export.made.PatternPlan.Chosen;
import crateworks.export.made.PatternPlan.Place;
import crateworks.music.drive.DriveLayout;
import crateworks.music.drive.MadeTree;
import crateworks.music.drive.PartKind;
import crateworks.music.midi.Reading;
import crateworks.music.midi.SmfReader;
import crateworks.music.mpc.MpcNames;
import crateworks.music.mpc.PadOrder;
import crateworks.music.mpc.Pattern;
import crateworks.music.mpc.PatternProfile;
import crateworks.music.mpc.PatternProfile.Generation;
import crateworks.music.mpc.PatternProfile.Preamble;
import crateworks.music.mpc.PatternWriter;
import crateworks.pipeline.Bytes;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.port.BlobStore;
import crateworks.pipeline.port.DamagedBlob;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Renditions;
import crateworks.pipeline.session.DriveShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes the patterns of the chosen parts, each once for all of its places. */
final class PatternMaking {
    /** More notes are no part that a device plays; 5 MB. */
    static final int NOTES_MAX = 20_000;

    private static final int PARTS_AT_ONCE = 256;

    private final Renditions renditions;
    private final BlobStore blobs;
    private final DriveShape shape;
    private final PatternProfile profile;
    private final PadOrder drumOrder;

    PatternMaking(Renditions renditions, BlobStore blobs, DriveShape shape) {
        this.renditions = renditions;
        this.blobs = blobs;
        this.shape = shape;
        this.profile =
                new PatternProfile(
                        shape.patternGeneration().equals("mpc3")
                                ? Generation.NESTED
                                : Generation.FLAT,
                        shape.patternPreamble().equals("midian") ? Preamble.MIDIAN : Preamble.NONE);
        this.drumOrder = PadOrder.of(shape.drumNotes());
    }

    void make(Target target, int packFilesMax) throws Outage, InterruptedException {
        var plan =
                new PatternPlan(
                        shape,
                        DriveLayout.FOLDER_ENTRIES_DEFAULT,
                        packFilesMax,
                        target.made(Tree.PATTERN).keySet(),
                        target.made(Tree.PACK).keySet());
        target.begin("patterns", 0);
        var limits = new Renditions.Limits(NOTES_MAX, shape.patternBarsMax(), shape.patternsMax());
        renditions.eachPart(target.drive(), limits, plan::add);
        List<Chosen> chosen = new ArrayList<>(plan.chosen());
        chosen.sort(Comparator.comparing(each -> each.part().content(), BlobRef.IN_PLACE));
        target.begin("patterns", chosen.stream().mapToLong(each -> each.places().size()).sum());
        for (int from = 0; from < chosen.size(); from += PARTS_AT_ONCE) {
            some(chosen.subList(from, Math.min(from + PARTS_AT_ONCE, chosen.size())), target);
        }
        target.flush();
    }

    /** Whether drums lie among the patterns. */
    static boolean drums(Target target) throws Outage {
        String drums = MadeTree.patterns(PartKind.DRUMS);
        return target.made(Tree.PATTERN).keySet().stream().anyMatch(path -> path.startsWith(drums));
    }

    private void some(List<Chosen> parts, Target target) throws Outage, InterruptedException {
        List<Bytes> contents;
        try {
            contents = blobs.read(parts.stream().map(each -> each.part().content()).toList());
        } catch (DamagedBlob damaged) {
            if (parts.size() > 1) {
                for (Chosen each : parts) {
                    some(List.of(each), target);
                }
            }
            return; // one that is damaged alone is told of where its own file is read
        }
        for (int at = 0; at < parts.size(); at++) {
            make(parts.get(at), contents.get(at), target);
        }
    }

    private void make(Chosen chosen, Bytes midi, Target target)
            throws Outage, InterruptedException {
        Renditions.Part part = chosen.part();
        Optional<Pattern> pattern = pattern(midi, part.drums() ? drumOrder : PadOrder.AS_WRITTEN);
        if (pattern.isEmpty()) {
            return;
        }
        Bytes content = Bytes.of(PatternWriter.write(pattern.get(), profile));
        for (Place place : chosen.places()) {
            String name =
                    MpcNames.pattern(
                            place.kind().folder(),
                            place.title(),
                            place.number(),
                            pattern.get().bars(),
                            PatternPlan.tempo(part),
                            Optional.of(part.key())
                                    .filter(key -> !key.isEmpty() && place.kind().hasKey()));
            target.put(
                    new Making(
                            place.tree(),
                            OptionalLong.of(part.file()),
                            place.folder() + "/" + name + ".mpcpattern",
                            "",
                            content));
        }
    }

    private static Optional<Pattern> pattern(Bytes midi, PadOrder order) {
        return switch (SmfReader.read(midi.array())) {
            case Reading.Legible(var file, var _) -> Pattern.of(file, order);
            case Reading.Illegible _ -> Optional.empty();
        };
    }
}
