/** Gives files their names and places, and hands them to the drive. */
@NullMarked
package crateworks.export;

import org.jspecify.annotations.NullMarked;
