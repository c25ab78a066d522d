package crateworks.adapters.kafka;

import java.util.ArrayList;
import java.util.List;

/** Which of a stage's workers one is: number {@code index} of {@code of} in this process. */
record Share(int index, int of) {
    Share {
        if (index < 0 || index >= of) {
            throw new IllegalArgumentException("no worker " + index + " of " + of);
        }
    }

    /** The partitions that fall to this one when the workers of a process deal all of them out. */
    <T> List<T> of(List<T> partitions) {
        var own = new ArrayList<T>();
        for (int at = index; at < partitions.size(); at += of) {
            own.add(partitions.get(at));
        }
        return own;
    }
}
