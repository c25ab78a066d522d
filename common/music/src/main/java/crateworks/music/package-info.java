/** Thinks: bytes and musical values, pure functions. */
@NullMarked
package crateworks.music;

import org.jspecify.annotations.NullMarked;
