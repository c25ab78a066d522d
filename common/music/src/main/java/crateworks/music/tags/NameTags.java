package crateworks.music.tags;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tags of a file that are worth a place in its name: what it is first, then the surest tags.
 * Words for tempo and harmony are not among them, since they are for searching, and the tempo is
 * there as a number. Of a tag and what it is a kind of, such as {@code deep house} and {@code
 * house}, only the closer one counts.
 */
public final class NameTags {
    /** What each shelf says of a file; songs of several parts are on none that does. */
    private static final Map<String, String> ROLES =
            Map.ofEntries(
                    Map.entry("DrumKicks", "kick"),
                    Map.entry("DrumSnares", "snare"),
                    Map.entry("DrumHats", "hihat"),
                    Map.entry("DrumCymbals", "cymbals"),
                    Map.entry("DrumToms", "toms"),
                    Map.entry("DrumPerc", "percussion"),
                    Map.entry("Drums", "drums"),
                    Map.entry("Bass", "bass"),
                    Map.entry("Melody", "melody"),
                    Map.entry("Chords", "chords"),
                    Map.entry("Progressions", "progression"),
                    Map.entry("FX", "fx"));

    private NameTags() {}

    /**
     * The most telling first.
     *
     * @param tags the surest first
     * @param category that the name says nowhere else
     */
    public static List<String> telling(List<String> tags, Optional<String> category) {
        TagDictionary dictionary = TagDictionary.standard();
        var telling = new ArrayList<String>();
        category.map(ROLES::get).ifPresent(telling::add);
        for (String tag : tags) {
            if (isForSearching(tag, dictionary) || telling.contains(tag)) {
                continue;
            }
            if (telling.stream().anyMatch(other -> dictionary.isKindOf(other, tag))) {
                continue;
            }
            int wider = widerThan(tag, telling, dictionary);
            if (wider < telling.size()) {
                telling.set(wider, tag);
            } else {
                telling.add(tag);
            }
        }
        return List.copyOf(telling);
    }

    private static boolean isForSearching(String tag, TagDictionary dictionary) {
        return dictionary
                .category(tag)
                .filter(of -> of == TagCategory.TEMPO || of == TagCategory.COMPLEXITY)
                .isPresent();
    }

    /** The place of what {@code tag} is a kind of, or behind the last place. */
    private static int widerThan(String tag, List<String> others, TagDictionary dictionary) {
        int place = 0;
        while (place < others.size() && !dictionary.isKindOf(tag, others.get(place))) {
            place++;
        }
        return place;
    }
}
