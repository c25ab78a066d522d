/** Finds files, and takes those that are music and new into the library. */
@NullMarked
package crateworks.ingest;

import org.jspecify.annotations.NullMarked;
