/** Words about the music of a file, found by a dictionary that is data. */
@NullMarked
package crateworks.music.tags;

import org.jspecify.annotations.NullMarked;
