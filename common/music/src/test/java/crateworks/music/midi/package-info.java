@NullMarked
package crateworks.music.midi;

import org.jspecify.annotations.NullMarked;
