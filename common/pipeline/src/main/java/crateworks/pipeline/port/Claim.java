package crateworks.pipeline.port;

/**
 * Who owns a content. A content belongs to the smallest item that it was found as; every other item
 * with it is a duplicate of that file.
 */
public sealed interface Claim {
    /** The file of the content. */
    long file();

    /** The item is the one that goes on with this file. */
    record Owner(long file) implements Claim {}

    /** The content is in the library already. */
    record Duplicate(long file) implements Claim {}
}
