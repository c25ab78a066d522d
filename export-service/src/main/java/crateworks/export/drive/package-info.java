/** Writes to a real folder: whole files or none, and what the drive tells of itself. */
@NullMarked
package crateworks.export.drive;

import org.jspecify.annotations.NullMarked;
