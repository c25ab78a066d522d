/** Checks whether this machine can run the embedded stack. */
@NullMarked
package crateworks.infra.doctor;

import org.jspecify.annotations.NullMarked;
