/** How fast files for devices are made. */
@NullMarked
package crateworks.benchmarks.mpc;

import org.jspecify.annotations.NullMarked;
