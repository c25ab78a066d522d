package crateworks.export.made;

import crateworks.pipeline.Bytes;
import java.util.OptionalLong;

/** A file that is ready to be written; {@code file} is the one that it was made of. */
record Making(Tree tree, OptionalLong file, String path, String signature, Bytes content) {
    /** One that was made of no file. */
    static Making once(Tree tree, String path, Bytes content) {
        return new Making(tree, OptionalLong.empty(), path, "", content);
    }
}
