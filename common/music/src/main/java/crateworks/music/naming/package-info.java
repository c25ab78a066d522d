/** Names of files: what a drive accepts, and names made from what is known of the music. */
@NullMarked
package crateworks.music.naming;

import org.jspecify.annotations.NullMarked;
