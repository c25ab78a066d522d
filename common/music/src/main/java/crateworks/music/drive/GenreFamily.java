package crateworks.music.drive;

import java.util.Arrays;
import java.util.List;

/**
 * The few genres that menus on a device have. A file's tags name many; the first family that one of
 * them belongs to counts, so families that are parts of others come first.
 */
public enum GenreFamily {
    DRUM_AND_BASS("Drum and Bass", Scene.ELECTRONIC, "drum and bass", "jungle"),
    DUBSTEP("Dubstep", Scene.ELECTRONIC, "dubstep", "future bass"),
    TRAP("Trap", Scene.OTHER, "trap", "drill", "phonk"),
    HIP_HOP("Hip Hop", Scene.OTHER, "hip hop", "rap", "lo fi", "trip hop"),
    RNB("RnB", Scene.OTHER, "r&b"),
    HOUSE("House", Scene.ELECTRONIC, "house", "uk garage", "amapiano"),
    TECHNO("Techno", Scene.ELECTRONIC, "techno"),
    TRANCE("Trance", Scene.ELECTRONIC, "trance"),
    HARD_DANCE("Hard Dance", Scene.ELECTRONIC, "hardstyle", "hardcore", "gabber", "jumpstyle"),
    DISCO("Disco", Scene.OTHER, "disco"),
    FUNK("Funk", Scene.OTHER, "funk"),
    SOUL("Soul", Scene.OTHER, "soul", "gospel", "motown"),
    REGGAE("Reggae", Scene.OTHER, "reggae", "dub", "ska", "dancehall"),
    LATIN("Latin", Scene.OTHER, "latin", "caribbean", "calypso"),
    AFRICAN("African", Scene.OTHER, "african"),
    BLUES("Blues", Scene.JAZZ, "blues", "boogie woogie"),
    JAZZ("Jazz", Scene.JAZZ, "jazz"),
    METAL("Metal", Scene.OTHER, "metal"),
    COUNTRY("Country", Scene.OTHER, "country", "bluegrass", "americana"),
    FOLK("Folk", Scene.OTHER, "folk", "celtic", "world"),
    AMBIENT("Ambient", Scene.ELECTRONIC, "ambient", "downtempo", "chillwave"),
    ELECTRONIC("Electronic", Scene.ELECTRONIC, "electronic", "edm", "dance", "eurodance"),
    POP("Pop", Scene.OTHER, "pop", "ballad"),
    ROCK("Rock", Scene.OTHER, "rock", "punk", "indie", "alternative"),
    CLASSICAL("Classical", Scene.OTHER, "classical", "baroque", "orchestral", "romantic"),
    SCREEN("Screen", Scene.OTHER, "game", "soundtrack", "cinematic", "film", "anime"),
    MIXED("Mixed", Scene.OTHER);

    /** How the genre is filed where there are only three drawers. */
    public enum Scene {
        JAZZ,
        ELECTRONIC,
        OTHER
    }

    private final String title;
    private final Scene scene;

    /** Words of the tag dictionary, with a comma before and behind each. */
    private final String terms;

    GenreFamily(String title, Scene scene, String... terms) {
        this.title = title;
        this.scene = scene;
        this.terms = "," + String.join(",", terms) + ",";
    }

    /** As menus say it; no hyphens. */
    public String title() {
        return title;
    }

    public Scene scene() {
        return scene;
    }

    /** The family of a file with these genre tags; {@link #MIXED} where none tells. */
    public static GenreFamily of(List<String> genres) {
        return Arrays.stream(values())
                .filter(family -> genres.stream().anyMatch(family::has))
                .findFirst()
                .orElse(MIXED);
    }

    private boolean has(String genre) {
        return terms.contains("," + genre + ",");
    }
}
