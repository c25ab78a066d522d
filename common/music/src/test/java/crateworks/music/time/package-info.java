@NullMarked
package crateworks.music.time;

import org.jspecify.annotations.NullMarked;
