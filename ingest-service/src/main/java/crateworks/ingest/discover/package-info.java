/** The search of a run: walks the sources, opens archives, and puts what it found on its way. */
@NullMarked
package crateworks.ingest.discover;

import org.jspecify.annotations.NullMarked;
