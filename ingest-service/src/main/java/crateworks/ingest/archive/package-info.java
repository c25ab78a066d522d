/** Opens archives, which are hostile input, and hands out what is in them. */
@NullMarked
package crateworks.ingest.archive;

import org.jspecify.annotations.NullMarked;
