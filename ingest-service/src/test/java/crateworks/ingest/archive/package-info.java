/** Tests. */
@NullMarked
package crateworks.ingest.archive;

import org.jspecify.annotations.NullMarked;
