package crateworks.export.made;

import crateworks.music.drive.GenreFamily;
import crateworks.music.drive.MadeTree;
import crateworks.music.mpc.Cover;
import crateworks.music.mpc.Expansion;
import crateworks.pipeline.Bytes;
import crateworks.pipeline.port.Outage;
import java.util.Set;
import java.util.TreeSet;

/** Gives every pack that has patterns what makes a folder a pack: its manifest, cover and kit. */
final class PackMaking {
    private static final int TEMPO_TOP = 400;
    private static final String MANIFEST = "/Expansion.xml";
    private static final String COVER = "cover.png";

    private final KitMaking kits;

    PackMaking(KitMaking kits) {
        this.kits = kits;
    }

    void make(Target target) throws Outage, InterruptedException {
        Set<String> patterns = target.made(Tree.PACK).keySet();
        Set<String> there = target.made(Tree.PACK_BASE).keySet();
        var packs = new TreeSet<String>();
        var drumming = new TreeSet<String>();
        for (String path : patterns) {
            String pack = PatternPlan.packOf(path);
            packs.add(pack);
            if (path.startsWith(pack + "/Drums/")) {
                drumming.add(pack);
            }
        }
        for (GenreFamily family : GenreFamily.values()) {
            for (int tempo = 0; tempo <= TEMPO_TOP; tempo += 10) {
                String folder = MadeTree.pack(family, tempo);
                if (packs.contains(folder)) {
                    base(family, tempo, folder, there, target);
                }
                if (drumming.contains(folder)) {
                    kits.kit(family, folder, there, target);
                }
            }
        }
        target.flush();
    }

    private static void base(
            GenreFamily family, int tempo, String folder, Set<String> there, Target target)
            throws Outage, InterruptedException {
        String title = MadeTree.packTitle(family, tempo);
        if (!there.contains(folder + "/" + COVER)) {
            Bytes cover = Bytes.of(Cover.png(title));
            target.put(Making.once(Tree.PACK_BASE, folder + "/" + COVER, cover));
        }
        if (!there.contains(folder + MANIFEST)) {
            var expansion =
                    new Expansion(
                            MadeTree.packIdentifier(family, tempo),
                            title,
                            COVER,
                            "Patterns of your own library and a kit that plays them");
            Bytes manifest = Bytes.of(expansion.toBytes());
            target.put(Making.once(Tree.PACK_BASE, folder + MANIFEST, manifest));
        }
    }
}
