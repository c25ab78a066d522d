package crateworks.export.made;

import crateworks.music.drive.GenreFamily;
import crateworks.music.drive.MadeTree;
import crateworks.music.mpc.Kit;
import crateworks.music.mpc.KitWriter;
import crateworks.music.mpc.OneShots;
import crateworks.music.mpc.OneShots.Style;
import crateworks.music.mpc.PadOrder;
import crateworks.music.mpc.Wav;
import crateworks.pipeline.Bytes;
import crateworks.pipeline.port.Outage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes drum kits and puts their samples beside them; what lies there is not made again. */
final class KitMaking {
    private static final String SAMPLES = "/Samples/";
    private static final String WAV = ".WAV";

    private final List<KitSound> own;
    private final PadOrder order;
    private final Map<Style, List<KitSound>> made = new LinkedHashMap<>();

    /** Kits of one style are the same in every pack. */
    private final Map<Style, Bytes> programs = new LinkedHashMap<>();

    /**
     * Kits for patterns whose drums have the notes of {@code order}; {@code own} are the samples
     * that a user wants instead of made ones.
     */
    KitMaking(List<KitSound> own, PadOrder order) {
        this.own = List.copyOf(own);
        this.order = order;
        for (Style style : Style.values()) {
            made.put(style, sounds(style));
        }
    }

    /** The kits outside packs. */
    void make(Target target) throws Outage, InterruptedException {
        Set<String> there = target.made(Tree.KIT).keySet();
        for (Style style : Style.values()) {
            kit(Tree.KIT, MadeTree.DRUM_KITS, style, there, target);
        }
        target.flush();
    }

    /** The kit of a pack, in the style of its genre. */
    void kit(GenreFamily family, String folder, Set<String> there, Target target)
            throws Outage, InterruptedException {
        kit(Tree.PACK_BASE, folder, style(family), there, target);
    }

    private void kit(Tree tree, String folder, Style style, Set<String> there, Target target)
            throws Outage, InterruptedException {
        String notes =
                switch (order) {
                    case AS_WRITTEN -> "GM ";
                    case PADS -> "Pads ";
                };
        String name = "Kit-CW " + notes + (own.isEmpty() ? "" : "Own ") + style.label();
        String path = folder + "/" + name + ".xpm";
        List<KitSound> sounds = made.getOrDefault(style, List.of());
        var missing = new TreeSet<String>();
        missing.add(path);
        sounds.forEach(sound -> missing.add(folder + SAMPLES + sound.name() + WAV));
        missing.removeAll(there);
        if (missing.isEmpty()) {
            return;
        }
        var pads = new ArrayList<Kit.Pad>(sounds.size());
        var put = new TreeSet<String>();
        for (KitSound sound : sounds) {
            Bytes wav = sound.source().wav();
            int frames = Wav.frames(wav.array()).orElseThrow();
            pads.add(new Kit.Pad(sound.note(), sound.name(), frames));
            String sample = folder + SAMPLES + sound.name() + WAV;
            if (missing.contains(sample) && put.add(sample)) {
                target.put(Making.once(tree, sample, wav));
            }
        }
        if (missing.contains(path)) {
            Bytes program =
                    programs.computeIfAbsent(
                            style, _ -> Bytes.of(KitWriter.write(new Kit(name, order, pads))));
            target.put(Making.once(tree, path, program));
        }
    }

    /** The user's sample of each note where there is one, else a made one. */
    private List<KitSound> sounds(Style style) {
        var byNote = new LinkedHashMap<Integer, KitSound>();
        for (OneShots.Recipe recipe : OneShots.all(style)) {
            byNote.put(
                    recipe.note(),
                    new KitSound(
                            recipe.note(),
                            recipe.name(),
                            new Once(() -> Bytes.of(OneShots.wav(style, recipe.note())))));
        }
        own.forEach(sound -> byNote.put(sound.note(), sound));
        return List.copyOf(byNote.values());
    }

    /** Makes a sample when it is first wanted, and keeps it for the other kits of its style. */
    private static final class Once implements KitSound.SampleSource {
        private final KitSound.SampleSource source;
        private Optional<Bytes> wav = Optional.empty();

        Once(KitSound.SampleSource source) {
            this.source = source;
        }

        @Override
        public Bytes wav() {
            if (wav.isEmpty()) {
                wav = Optional.of(source.wav());
            }
            return wav.get();
        }
    }

    private static Style style(GenreFamily family) {
        return switch (family) {
            case TRAP, HIP_HOP, RNB, DUBSTEP, REGGAE -> Style.DEEP;
            case HOUSE, TECHNO, TRANCE, HARD_DANCE, ELECTRONIC, DRUM_AND_BASS, DISCO -> Style.TIGHT;
            default -> Style.STUDIO;
        };
    }
}
