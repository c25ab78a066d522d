/** What the folders and the name of a file tell of its music. */
@NullMarked
package crateworks.music.clues;

import org.jspecify.annotations.NullMarked;
