/** Finds out what the music of a file is. */
@NullMarked
package crateworks.analyze;

import org.jspecify.annotations.NullMarked;
