/** What clock time, metre and key a tick of a file has. */
@NullMarked
package crateworks.music.time;

import org.jspecify.annotations.NullMarked;
