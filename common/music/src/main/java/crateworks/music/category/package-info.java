/** Which of the thirteen shelves of the library a file belongs on, and why. */
@NullMarked
package crateworks.music.category;

import org.jspecify.annotations.NullMarked;
