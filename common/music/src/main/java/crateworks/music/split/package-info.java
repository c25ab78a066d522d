/** One file for each part of a file with several. */
@NullMarked
package crateworks.music.split;

import org.jspecify.annotations.NullMarked;
