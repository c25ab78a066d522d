package crateworks.music.drive;

import crateworks.music.naming.SafeName;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers of names in one folder that have a title in common. The lowest that is free is given,
 * so that whoever goes on behind an interruption gives the same ones.
 */
public final class NumberedNames {
    private static final Pattern NUMBERED =
            Pattern.compile("(.*?)[ -](\\d{2,})(?: (?:song )?\\d+b.*|\\.progression)");

    private final Map<String, BitSet> numbers = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    /** How many names there are. */
    public int count() {
        return names.size();
    }

    /** A name that is there already. */
    public void add(String name) {
        String folded = SafeName.foldKey(name);
        names.add(folded);
        Matcher numbered = NUMBERED.matcher(folded);
        if (numbered.matches()) {
            used(numbered.group(1)).set(Integer.parseInt(numbered.group(2)));
        }
    }

    /** The lowest number, from 1, that no name with this title has; it is taken from now on. */
    public int take(String title) {
        BitSet used = used(SafeName.foldKey(title));
        int number = used.nextClearBit(1);
        used.set(number);
        names.add(SafeName.foldKey(title) + " " + number);
        return number;
    }

    /** The number that {@link #take} would give. */
    public int lowest(String title) {
        return used(SafeName.foldKey(title)).nextClearBit(1);
    }

    private BitSet used(String title) {
        return numbers.computeIfAbsent(title, _ -> new BitSet());
    }
}
