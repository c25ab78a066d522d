/** The process of ingest: takes files in, and leads runs over folders. */
@NullMarked
package crateworks.ingest.app;

import org.jspecify.annotations.NullMarked;
