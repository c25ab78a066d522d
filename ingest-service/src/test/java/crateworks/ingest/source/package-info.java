/** Tests. */
@NullMarked
package crateworks.ingest.source;

import org.jspecify.annotations.NullMarked;
