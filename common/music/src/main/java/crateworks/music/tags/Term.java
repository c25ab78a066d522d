package crateworks.music.tags;

import java.util.List;

/** An entry of a dictionary: what its phrases stand for, and what is true along with it. */
record Term(String name, TagCategory category, List<String> parents) {
    Term {
        parents = List.copyOf(parents);
    }
}
