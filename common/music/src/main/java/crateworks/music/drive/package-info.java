/** Where files lie on an Akai drive and what they are called there; names only, no disk. */
@NullMarked
package crateworks.music.drive;

import org.jspecify.annotations.NullMarked;
