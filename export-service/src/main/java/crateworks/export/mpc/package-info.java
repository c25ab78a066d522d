/**
 * Reads files of MPC and Force with the libraries that {@code music} does without, and checks them.
 */
@NullMarked
package crateworks.export.mpc;

import org.jspecify.annotations.NullMarked;
