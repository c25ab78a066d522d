/** Gives files names that every target can hold. */
@NullMarked
package crateworks.sanitize;

import org.jspecify.annotations.NullMarked;
