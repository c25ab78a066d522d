/** What the pipeline asks of the outside: blobs, rows, places of files, waiting records. */
@NullMarked
package crateworks.pipeline.port;

import org.jspecify.annotations.NullMarked;
