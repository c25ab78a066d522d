/** Walks folders and tells, from names and first bytes, what a file is. */
@NullMarked
package crateworks.ingest.source;

import org.jspecify.annotations.NullMarked;
