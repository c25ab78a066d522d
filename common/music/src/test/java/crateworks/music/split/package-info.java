@NullMarked
package crateworks.music.split;

import org.jspecify.annotations.NullMarked;
