/** Faults done to the services while they work, and the laws that hold all the same. */
@NullMarked
package crateworks.faults;

import org.jspecify.annotations.NullMarked;
