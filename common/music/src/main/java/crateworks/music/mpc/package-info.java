/** Files that Akai MPC and Force read, as values and as bytes; see {@code docs/formats/mpc.md}. */
@NullMarked
package crateworks.music.mpc;

import org.jspecify.annotations.NullMarked;
